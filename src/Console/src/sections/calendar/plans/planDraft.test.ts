import { describe, expect, it } from 'vitest'
import type { Schemas } from '@/api/client'
import { audienceOf, editOf, newPlan } from './planDraft'
import { addSlot, minutesOf, newSlot, slotDraftOf, slotInputOf } from './slotDraft'

const unset = {
  type: null, day: null, time: null, instant: null, cron: null, rrule: null, lunar: null, until: null,
  campaignId: null, conversionId: null, to: null, days: null,
}

function slot(at: Partial<Schemas['PushTriggerBody']>): Schemas['PushSlotBody'] {
  return {
    id: 's1',
    at: { ...unset, ...at },
    holiday: 'NextWorkday',
    content: null,
    draw: { kind: 'Fun', tags: ['茶'] },
    lateness: 'PT2H',
    missed: 'SendLate',
  }
}

describe('a slot', () => {
  it.each([
    [{ type: 'Recurring', cron: '5 9 * * 1,3' }],
    [{ type: 'Recurring', cron: '*/30 9 1 * *', until: '2026-12-31' }],
    [{ type: 'Recurring', rrule: 'FREQ=MONTHLY;BYDAY=-1FR', time: '20:00' }],
    [{ type: 'Recurring', lunar: { month: 8, day: 15, leapMonth: false }, time: '18:00' }],
    [{ type: 'DayOffset', day: 3, time: '20:00' }],
    [{ type: 'Cohort', day: 7, time: '12:15' }],
    [{ type: 'Once', instant: '2026-12-12T10:00:00+08:00' }],
    [{ type: 'Relative', conversionId: 'tea', to: 'linkAt', days: -1, time: '20:00' }],
  ])('%j is the same after the form', at => {
    const input = slotInputOf(slotDraftOf(slot(at)))

    const told = Object.fromEntries(Object.entries(input.at).filter(([, value]) => value !== null))
    expect(told).toEqual(at)
    expect(input).toMatchObject({ holiday: 'NextWorkday', missed: 'SendLate', lateness: 'PT120M' })
    expect(input).toMatchObject({ draw: { kind: 'Fun', tags: ['茶'] } })
  })

  it('brings either an item or a draw', () => {
    const input = slotInputOf({ ...newSlot(1), source: 'content', content: 'tea-101' })

    expect(input.content).toBe('tea-101')
    expect(input).not.toHaveProperty('draw')
  })

  it('that is added has an id of its own', () => {
    expect(addSlot([newSlot(2), newSlot(3)]).id).toBe('s4')
    expect(addSlot([newSlot(2)]).id).toBe('s3')
  })
})

it('takes a group list that is empty for none', () => {
  expect(audienceOf({ groupIds: [], kinds: ['NewBuyer'], tags: [] })).toEqual(
    { groupIds: null, kinds: ['NewBuyer'], tags: null },
  )
})

it('leaves the start out of an edit', () => {
  expect(editOf({ ...newPlan(), startsOn: '2026-12-01' })).not.toHaveProperty('startsOn')
})

it.each([
  ['PT2H', 120],
  ['PT90M', 90],
  ['P1D', 1440],
  [null, null],
])('the lateness %s has %s minutes', (text, minutes) => expect(minutesOf(text)).toBe(minutes))
