import { expect, it } from 'vitest'
import { buildTimeline } from './timeline'

const push = (groupId: string, plannedAt: string, state: 'Planned' | 'Sent' = 'Planned', contentId = 'tea-101') => ({
  id: `${groupId}-${plannedAt}`,
  groupId,
  plannedAt,
  contentId,
  state,
})

it('one item at one instant is one entry with the states of its groups', () => {
  const [entry, ...others] = buildTimeline(
    '2026-12-01',
    [
      push('a', '2026-12-01T09:30:00+08:00', 'Sent'),
      push('b', '2026-12-01T01:30:00Z'),
      push('c', '2026-12-01T09:30:00+08:00'),
    ],
    [],
    [],
  )
  expect(others).toEqual([])
  expect(entry?.groupIds).toEqual(['a', 'b', 'c'])
  expect([...(entry?.states ?? [])]).toEqual([
    ['Sent', 1],
    ['Planned', 2],
  ])
})

it('only instants of the day are shown, in order of time', () => {
  const entries = buildTimeline(
    '2026-12-01',
    [push('a', '2026-12-01T20:00:00+08:00')],
    [
      {
        id: 'c1',
        product: '龙井',
        linkAt: '2026-12-01T19:00:00+08:00',
        closesAt: '2026-12-02T22:00:00+08:00',
        nextAt: '2026-12-01T14:00:00+08:00',
        groups: 2,
      },
    ],
    [
      {
        id: 's1',
        name: '快闪',
        opensAt: '2026-12-01T21:00:00+08:00',
        waves: [{ at: '2026-12-01T21:05:00+08:00', text: '', url: null, sent: false }],
        closesAt: '2026-12-02T00:00:00+08:00',
        groups: [],
      },
    ],
  )
  expect(entries.map(entry => entry.what)).toEqual([
    '龙井 · 下一步',
    '龙井 · 发链接',
    'tea-101',
    '快闪 · 开场',
    '快闪 · 第 1 波',
  ])
})
