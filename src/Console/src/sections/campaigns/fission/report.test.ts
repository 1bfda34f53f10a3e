import { describe, expect, it } from 'vitest'
import { changesOf, totalKeys } from './report'

const none = Object.fromEntries(totalKeys.map(key => [key, 0])) as Record<(typeof totalKeys)[number], number>

describe('changes after the report', () => {
  it('name only the figures that differ', () => {
    const after = { ...none, credits: 1, costMinor: 290 }
    expect(changesOf(none, after)).toEqual(['邀请有效 0 → 1', '礼品成本 ¥0.00 → ¥2.90'])
    expect(changesOf(after, after)).toEqual([])
  })
})
