import { describe, expect, it } from 'vitest'
import { revenueText, upliftText, votesOf } from './outcome'

describe('the outcome of a conversion', () => {
  it('tells the revenue of each currency', () => {
    expect(revenueText({ revenueByCurrency: { CNY: 5990, JPY: 500 } }, 'CNY')).toMatch(/^¥59\.90 \+ /)
    expect(revenueText({ revenueByCurrency: {} }, 'CNY')).toBe('¥0.00')
  })

  it('names a vote by the text of its option', () => {
    expect(votesOf({ 2: 5, 1: 1 }, ['绿茶', '红茶'])).toEqual([
      { option: '红茶', votes: 5 },
      { option: '绿茶', votes: 1 },
    ])
  })

  it('claims no effect while the interval includes zero', () => {
    expect(upliftText({ difference: 0.01, low: -0.01, high: 0.03, enoughData: false })).toContain('说不出')
    expect(upliftText({ difference: 0.02, low: 0.01, high: 0.03, enoughData: true })).toContain('预热多卖 +2.00')
  })
})
