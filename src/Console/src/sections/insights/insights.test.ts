import { describe, expect, it } from 'vitest'
import type { Schemas } from '@/api/client'
import { attributionOf } from './attribution'
import { daysOf, weekdayOf } from './days'
import { onTimeShare, skippedOf } from './execution'
import { heatOf } from './heat'

const none: Schemas['PushFiguresView'] = {
  key: null, planned: 0, onTime: 0, late: 0, missed: 0, failed: 0, open: 0, skipped: {}, clicks: 0, uniqueClicks: 0,
  leaves: 0, flagged: 0,
}

describe('days', () => {
  it('are counted from one to the other, both included', () => {
    expect(daysOf('2026-11-30', '2026-12-02')).toEqual(['2026-11-30', '2026-12-01', '2026-12-02'])
    expect(daysOf('2026-12-02', '2026-12-01')).toEqual([])
  })

  it('have the weekday of their date, whatever the zone of the browser', () => {
    expect(weekdayOf('2026-12-07')).toBe(0)
    expect(weekdayOf('2026-12-06')).toBe(6)
  })
})

describe('the heat map', () => {
  it('adds the same hour of the same weekday, and leaves out hours without a sent push', () => {
    const at = (key: string, onTime: number) => ({ ...none, key, onTime, uniqueClicks: onTime * 2 })
    const cells = heatOf([
      { date: '2026-12-07', byHour: [at('20', 1), at('21', 0)] },
      { date: '2026-12-14', byHour: [at('20', 2)] },
    ])
    expect(cells).toEqual([{ weekday: 0, hour: 20, pushes: 3, uniqueClicks: 6, leaves: 0 }])
  })
})

describe('the execution', () => {
  it('does not blame anybody for what a guard skipped', () => {
    const figures = { ...none, onTime: 8, late: 1, missed: 1, skipped: { Reuse: 3, Window: 2 } }
    expect(skippedOf(figures)).toBe(5)
    expect(onTimeShare(figures)).toBe(0.8)
    expect(onTimeShare(none)).toBeNull()
  })
})

describe('the attribution of orders', () => {
  const attribution: Schemas['AttributionView'] = {
    how: 'LinkCode', conversionId: null, flashSaleId: null, campaignId: null, groupId: null, memberId: null,
    clickAt: null, occurrenceId: null,
  }
  const order = { amountMinor: 1000, refundedMinor: 0, currency: 'CNY', state: 'Paid' as const, attribution }

  it('counts a paid order once, for what it was sold by before what brought the member', () => {
    const sold = { ...order, attribution: { ...attribution, conversionId: 'c1', campaignId: 'spring' } }
    const [line] = attributionOf([sold, { ...sold, refundedMinor: 400, state: 'PartlyRefunded' }])
    expect(line).toMatchObject({ offer: 'conversion', id: 'c1', orders: 2, revenue: { CNY: 1600 } })
  })

  it('leaves out orders that do not count', () => {
    expect(attributionOf([{ ...order, state: 'Refunded' }, { ...order, state: 'Waiting' }])).toEqual([])
  })
})
