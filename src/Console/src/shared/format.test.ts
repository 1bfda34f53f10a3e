import { describe, expect, it } from 'vitest'
import {
  addDays,
  brandDate,
  brandInstant,
  formatCount,
  formatDay,
  formatDuration,
  formatInstant,
  formatMoney,
  formatShare,
} from './format'

const now = new Date('2026-12-01T01:00:00Z')

describe('instants', () => {
  it('are told in the zone of the brand with the weekday', () => {
    expect(formatInstant('2026-12-01T01:00:00+00:00', now)).toBe('12月1日 周二 09:00')
  })

  it('of the evening in UTC are of the next day of the brand', () => {
    expect(formatInstant('2026-12-01T16:05:00Z', now)).toBe('12月2日 周三 00:05')
    expect(brandDate('2026-12-01T16:05:00Z')).toBe('2026-12-02')
  })

  it('of another year name it', () => {
    expect(formatDay('2027-01-01T04:00:00Z', now)).toBe('2027年1月1日 周五')
  })

  it('are made from the date and time of the brand', () => {
    expect(new Date(brandInstant('2026-12-01', '09:30')).toISOString()).toBe('2026-12-01T01:30:00.000Z')
  })
})

describe('dates', () => {
  it('move over the end of a month', () => {
    expect(addDays('2026-11-30', 1)).toBe('2026-12-01')
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28')
  })
})

describe('durations', () => {
  it.each([
    [30_000, '1 分钟'],
    [-59 * 60_000, '59 分钟'],
    [47 * 3_600_000, '47 小时'],
    [49 * 3_600_000, '2 天'],
  ])('%i ms are %s', (milliseconds, expected) => expect(formatDuration(milliseconds)).toBe(expected))
})

describe('counts', () => {
  it.each([
    [0, '0'],
    [9_999, '9,999'],
    [10_000, '1万'],
    [12_399, '1.23万'],
    [199_999, '19.9万'],
    [345_000_000, '3.45亿'],
    [-20_000, '-2万'],
  ])('%i is told as %s', (count, expected) => expect(formatCount(count)).toBe(expected))
})

describe('money', () => {
  it('is divided by the minor units of its currency', () => {
    expect(formatMoney(12_850, 'CNY')).toBe('¥128.50')
    expect(formatMoney(500, 'JPY')).toBe('JP¥500')
  })
})

describe('shares', () => {
  it('are told in percent, or not at all', () => {
    expect(formatShare(0.1234)).toBe('12.3%')
    expect(formatShare(null)).toBe('—')
  })
})
