import { describe, expect, it } from 'vitest'
import type { Schemas } from '@/api/client'
import { funnelOf, scansByCode, totalScans } from './funnel'

const scans: Schemas['ScanCount'][] = [
  { at: '2026-12-01T01:00:00Z', codes: { a: 3, b: 1 } },
  { at: '2026-12-01T02:00:00Z', codes: { b: 4 } },
]

describe('scans of a campaign', () => {
  it('are summed over hours and codes', () => {
    expect(totalScans(scans)).toBe(8)
    expect(scansByCode(scans)).toEqual([{ code: 'b', count: 5 }, { code: 'a', count: 3 }])
  })
})

describe('the funnel of a campaign', () => {
  it('tells shares only of what is counted alike', () => {
    const figures = { joins: 10, retained: 8, clickers: 4, laterOrders: 2 }
    const steps = funnelOf({ mode: 'PosterShare', joins: 10, credits: 7 }, figures, 40)
    expect(steps.map(step => step.share)).toEqual([null, null, 0.7, 0.8, null, null])
  })

  it('has no share of nothing, no figures that were not read, and no scans of direct invitations', () => {
    const steps = funnelOf({ mode: 'DirectInvite', joins: 0, credits: 0 }, null, 0)
    expect(steps.map(step => step.share)).toEqual([null, null])
  })
})
