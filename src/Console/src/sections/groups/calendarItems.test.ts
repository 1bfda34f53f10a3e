import { expect, it } from 'vitest'
import { joinEqual, titleOf } from './calendarItems'

it.each([
  ['明前龙井: warm-up', '明前龙井：预热'],
  ['card-name-reminder', '提醒改群名片'],
  ['快闪: wave-2', '快闪：第 2 波'],
  ['tea-101', 'tea-101'],
])('%s is told as %s', (what, expected) => expect(titleOf(what)).toBe(expected))

it('joins items that say the same at one instant', () => {
  const reminder = { kind: 'Onboarding', what: 'card-name-reminder', state: 'Planned', reason: null }
  const lines = joinEqual([
    { at: '2026-12-02T08:15:00+08:00', ...reminder },
    { at: '2026-12-02T00:15:00Z', ...reminder },
    { at: '2026-12-02T08:15:00+08:00', ...reminder, state: 'Sent' },
  ])
  expect(lines.map(({ state, count }) => [state, count])).toEqual([
    ['Planned', 2],
    ['Sent', 1],
  ])
})
