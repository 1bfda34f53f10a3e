import { describe, expect, it } from 'vitest'
import type { Schemas } from '@/api/client'
import { entriesOf, entriesOn, isMovable } from './entries'
import { group, push } from './testEntries'

const vip = group('vip', 'SuperUser')
const noon = '2026-12-01T12:00:00+08:00'

function item(parts: Partial<Schemas['CalendarItem']>): Schemas['CalendarItem'] {
  return { at: noon, kind: 'Push', what: 's1', state: 'WillSend', reason: null, ...parts }
}

function slot(id: string, time: string): Schemas['PushSlotBody'] {
  const at = { type: 'DayOffset', day: 1, time } as Schemas['PushTriggerBody']
  const unset = { instant: null, cron: null, rrule: null, lunar: null, until: null }
  return {
    id,
    at: { ...at, ...unset },
    holiday: 'Run',
    content: null,
    draw: { kind: 'Useful', tags: ['茶'] },
    lateness: null,
    missed: 'Skip',
  }
}

function plan(id: string, slots: Schemas['PushSlotBody'][]): Schemas['PushPlanView'] {
  return {
    id,
    name: id,
    groupIds: ['vip'],
    kinds: [],
    tags: [],
    slots,
    startsOn: '2026-12-01',
    state: 'Active',
    createdAt: noon,
    nextAt: null,
    changes: [],
    channel: null,
  }
}

const plans = [plan('plan', [slot('s1', '12:00')]), plan('other', [slot('s2', '20:00')])]

describe('an entry', () => {
  it('is that of the stored push of its slot and time', () => {
    const period = { group: vip, items: [item({})], pushes: [push('late', { plannedAt: '2026-12-01T20:00:00+08:00' }),
      push('noon', {})] }

    const [entry] = entriesOf([period], plans, new Map())

    expect(entry).toMatchObject({ key: 'noon', plan: { id: 'plan' }, slot: { id: 's1' }, contentKind: 'Useful' })
  })

  it('finds a push that was sent by the instant at which it was', () => {
    const sentAt = '2026-12-01T12:20:00+08:00'
    const pushes = [push('p1', { sentAt, state: 'Sent', contentId: 'tea' })]
    const items = [item({ at: sentAt, what: 'tea', state: 'Sent' })]

    expect(entriesOf([{ group: vip, items, pushes }], plans, new Map())[0]?.push?.id).toBe('p1')
  })

  it('takes a push once', () => {
    const pushes = [push('p2', { slotId: 's2' }), push('p1', {})]
    const items = [item({}), item({ what: 's2' })]

    expect(entriesOf([{ group: vip, items, pushes }], plans, new Map()).map(({ key }) => key)).toEqual(['p1', 'p2'])
  })

  it('further ahead than pushes are stored comes from the slot that fits item and time', () => {
    const tea = { id: 'tea', kind: 'Useful', tags: ['茶', '秋'] } as Schemas['ContentView']
    const items = [item({ at: '2026-12-20T20:00:00+08:00', what: 'tea' })]

    const [entry] = entriesOf([{ group: vip, items, pushes: [] }], plans, new Map([['tea', tea]]))

    expect(entry).toMatchObject({ push: null, plan: { id: 'other' }, contentKind: 'Useful' })
    expect(entry && isMovable(entry)).toBe(false)
  })

  it('of several newcomers is one with their number', () => {
    const welcome = item({ kind: 'Onboarding', what: 'welcome', state: 'Planned' })

    const entries = entriesOf([{ group: vip, items: [welcome, welcome], pushes: [] }], plans, new Map())

    expect(entries.map(({ count }) => count)).toEqual([2])
  })
})

it('stands on the date of the brand', () => {
  const items = [item({ at: '2026-12-01T17:00:00Z' })]
  const entries = entriesOf([{ group: vip, items, pushes: [] }], plans, new Map())

  expect(entriesOn(entries, '2026-12-02')).toHaveLength(1)
  expect(entriesOn(entries, '2026-12-02', 'other')).toHaveLength(0)
})
