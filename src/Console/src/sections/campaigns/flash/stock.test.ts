import { describe, expect, it } from 'vitest'
import { revenueText, soldPercent } from './stock'

const sold = { orders: 2, units: 3, revenue: {} }

describe('the stock of a flash sale', () => {
  it('is a share of the quantity, and never more than all', () => {
    expect(soldPercent({ quantity: 50, sold })).toBe(6)
    expect(soldPercent({ quantity: 2, sold })).toBe(100)
    expect(soldPercent({ quantity: null, sold })).toBeNull()
    expect(soldPercent({ quantity: 50, sold: null })).toBeNull()
  })

  it('tells revenue in each currency', () => {
    expect(revenueText(sold)).toBe('—')
    expect(revenueText({ revenue: { CNY: 12_800, USD: 500 } })).toMatch(/128.*\+.*5/)
  })
})
