import { describe, expect, it } from 'vitest'
import { changedFields } from '../draft'
import { conversionEditOf, conversionRequestOf, newConversion, NO_WEIGHTS } from './conversionDraft'

const AT = '2026-12-02T20:00:00+08:00'
const setup = { id: '', groupIds: ['tea-1'], holdoutPercent: 20, weights: NO_WEIGHTS }
const draft = { ...newConversion(AT, AT, AT), name: '岩茶', price: 268, poll: ['喜欢', ' '] }

describe('the request of a conversion', () => {
  it('tells minor units, shares and only the options that have a text', () => {
    const request = conversionRequestOf(draft, setup)
    expect(request.product.priceMinor).toBe(26_800)
    expect(request.holdoutShare).toBe(0.2)
    expect(request.warmUp.poll).toEqual(['喜欢'])
    expect(request.weights).toBeUndefined()
  })

  it('counts in the digits of the currency, and leaves a wrong one to the API', () => {
    expect(conversionRequestOf({ ...draft, currency: 'JPY' }, setup).product.priceMinor).toBe(268)
    expect(conversionRequestOf({ ...draft, currency: '元' }, setup).product).toMatchObject({ currency: '元' })
  })

  it('has the weights that were given', () => {
    expect(conversionRequestOf(draft, { ...setup, weights: { ...NO_WEIGHTS, vote: 5 } }).weights).toEqual({ vote: 5 })
  })
})

describe('the edit of a conversion', () => {
  it('clears what was emptied', () => {
    const before = conversionEditOf({ ...draft, quantity: 60, lastCallAt: AT, lastCall: '最后' })
    expect(changedFields(before, conversionEditOf(draft))).toEqual({
      product: { quantity: null },
      lastCallAt: null,
      lastCall: null,
    })
  })
})
