import { describe, expect, it } from 'vitest'
import { gainText, nextUnit, type PromiseSummary, sortPromises, toRequest, unitStateOf } from './promise'

const at = '2026-12-02T01:00:00Z'

describe('a unit', () => {
  it.each([
    ['open', { deliveredAt: null, late: false, alertedAt: null }],
    ['soon', { deliveredAt: null, late: false, alertedAt: at }],
    ['missed', { deliveredAt: null, late: true, alertedAt: at }],
    ['kept', { deliveredAt: at, late: false, alertedAt: null }],
    ['late', { deliveredAt: at, late: true, alertedAt: at }],
  ])('is %s for %o', (state, unit) => expect(unitStateOf(unit)).toBe(state))

  it('that is added is due a week after the last', () => {
    const first = nextUnit([])
    expect(first).toEqual({ key: 1, title: '', dueAt: '', quantity: 1 })
    expect(nextUnit([{ ...first, key: 4, dueAt: at }])).toMatchObject({ key: 5, dueAt: '2026-12-09T01:00:00.000Z' })
  })
})

it('a draft leaves out what is not chosen', () => {
  const unit = { key: 1, title: ' 第 1 课 ', dueAt: '', quantity: 2 }
  expect(toRequest({ groupId: '', kind: 'Service', units: [unit] })).toEqual({
    groupId: undefined, kind: 'Service', units: [{ title: '第 1 课', dueAt: undefined, quantity: 2 }],
  })
})

it('promises are in order of what is due next', () => {
  const of = (id: string, nextDueAt: string | null) => ({ id, nextDueAt, createdAt: at }) as PromiseSummary
  const sorted = sortPromises([of('done', null), of('later', '2026-12-09T01:00:00Z'), of('missed', at)])
  expect(sorted.map(({ id }) => id)).toEqual(['missed', 'later', 'done'])
})

it('the gain has a mean once there are answers', () => {
  const none = { answered: 0, mean: null }
  const two = { answered: 2, mean: 4.5 }
  expect(gainText({ asked: 3, ...none, onPage: none, byStaff: none })).toBe('问了 3 人，还没有回答')
  expect(gainText({ asked: 3, ...two, onPage: two, byStaff: none })).toBe('4.5 分（2 个回答，问了 3 人）')
  expect(gainText({ asked: 3, ...two, onPage: two, byStaff: { answered: 1, mean: 5 } })).toBe(
    '4.5 分（2 个回答，问了 3 人；页面 2 个、录入 1 个，算多的一边）',
  )
})
