import { expect, it } from 'vitest'
import { minutesText, pushLimitLines } from './pushLimits'

it('tells minutes as people say them', () => {
  expect([0, 45, 60, 90, 120].map(minutesText)).toEqual(['0 分钟', '45 分钟', '1 小时', '1 小时 30 分钟', '2 小时'])
})

it('tells every limit of the brand', () => {
  const limits = {
    windowStart: '09:00',
    windowEnd: '21:30',
    latenessMinutes: 121,
    perDay: 3,
    perWeek: 12,
    spacingMinutes: 91,
    ownerTapsPerDay: 23,
    newBuyerPromotionPercent: 31,
    superUserPromotionPercent: 22,
    deliveryPromotionPercent: 13,
    saleCutoff: '12:00',
  }
  const told = pushLimitLines(limits).map(({ value }) => value).join(' ')
  for (const part of ['09:00', '21:30', '2 小时 1 分钟', '3 条', '12 条', '1 小时 31 分钟', '23', '31%', '22%', '13%', '12:00'])
    expect(told).toContain(part)
})
