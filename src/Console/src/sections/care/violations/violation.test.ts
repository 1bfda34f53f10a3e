import { describe, expect, it } from 'vitest'
import { countsText, mayAppeal, mayDecide, queryOf } from './violation'

const now = new Date('2026-12-02T02:00:00Z')

it.each([
  [{ groupId: '', memberId: '', state: '' }, {}],
  [{ groupId: 'tea-1', memberId: ' u1 ', state: 'Proposed' }, { groupId: 'tea-1', memberId: 'u1', state: 'Proposed' }],
])('the query of %o is %o', (choice, expected) => expect(queryOf(choice)).toEqual(expected))

describe('what can be done', () => {
  it.each([
    ['Warned', true, true],
    ['Proposed', false, true],
    ['Upheld', true, false],
    ['Appealed', false, true],
    ['Dismissed', false, false],
  ] as const)('about one that is %s', (state, appeal, decide) => {
    expect(mayAppeal(state)).toBe(appeal)
    expect(mayDecide(state)).toBe(decide)
  })
})

it('tells until when it counts', () => {
  expect(countsText({ countsUntil: null }, now)).toBe('不计入以后的违规')
  expect(countsText({ countsUntil: '2026-12-03T02:00:00Z' }, now)).toBe('12月3日 周四 10:00 之前再犯算再次违规')
  expect(countsText({ countsUntil: '2026-12-01T02:00:00Z' }, now)).toBe('12月1日 周二 10:00 起不再计入')
})
