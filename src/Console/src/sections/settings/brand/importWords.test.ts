import { describe, expect, it } from 'vitest'
import { badReason, progressOf } from './importWords'

const running = {
  id: 'i1',
  shop: 'tea-shop',
  state: 'Running' as const,
  lines: 300,
  linesDone: 100,
  createdAt: '2026-12-01T01:00:00Z',
  finishedAt: null,
  report: null,
}

describe('progressOf', () => {
  it('rounds down, so that no import looks done before it is', () => {
    expect(progressOf(running)).toBe(33)
    expect(progressOf({ ...running, linesDone: 299 })).toBe(99)
  })

  it('is whole for a finished import and for one without lines', () => {
    expect(progressOf({ ...running, state: 'Finished' })).toBe(100)
    expect(progressOf({ ...running, lines: 0, linesDone: 0 })).toBe(100)
  })
})

describe('badReason', () => {
  it.each([
    ['amount: must be a decimal number that is not negative, such as 59.90.', '金额：应是不小于 0 的数，如 59.90。'],
    ['amount: has more than the 2 decimals of CNY.', '金额：CNY 最多 2 位小数。'],
    ['orderId: is that of line 3.', '订单号：和第 3 行重复。'],
    ['something else', 'something else'],
  ])('tells "%s" in Chinese', (reason, text) => {
    expect(badReason(reason)).toBe(text)
  })
})
