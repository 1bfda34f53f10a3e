import { describe, expect, it } from 'vitest'
import { fromMinor, toMinor } from './money'

describe('amounts of money', () => {
  it('are whole minor units, also where a product of floats is not whole', () => {
    expect(toMinor(1.15, 'CNY')).toBe(115)
    expect(toMinor(268, 'CNY')).toBe(26_800)
  })

  it('follow the digits of their currency', () => {
    expect(toMinor(500, 'JPY')).toBe(500)
    expect(fromMinor(500, 'JPY')).toBe(500)
    expect(fromMinor(12_850, 'CNY')).toBe(128.5)
  })
})
