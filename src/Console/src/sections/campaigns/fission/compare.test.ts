import { describe, expect, it } from 'vitest'
import { conclusion, differenceText } from './compare'

const difference = { figure: 'invitedSomebody', a: 0.2, b: 0.4, difference: -0.2, low: -0.3, high: -0.1 }

describe('the comparison of two campaigns', () => {
  it('names the better one only when the interval excludes zero', () => {
    expect(conclusion({ ...difference, enoughData: true, sentence: null }, '甲', '乙')).toBe('乙 更高')
    const open = { ...difference, low: -0.5, high: 0.1, enoughData: false, sentence: null }
    expect(conclusion(open, '甲', '乙')).toContain('不够')
  })

  it('tells shares in percentage points and rates as they are', () => {
    expect(differenceText('retainedAfter7Days', 0.032)).toBe('+3.2 个百分点')
    expect(differenceText('joinsPerDay', -1.2)).toBe('-1.20')
  })
})
