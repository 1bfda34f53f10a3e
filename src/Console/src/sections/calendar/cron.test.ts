import { describe, expect, it } from 'vitest'
import { cronOf, cronText, timesOfCron, weeklyOf } from './cron'

describe('a cron expression', () => {
  it.each([
    ['5 9 * * 1', '每周一 09:05'],
    ['30 20 * * 2,4', '每周二、周四 20:30'],
    ['0 10 * * 0', '每周日 10:00'],
    ['30 10 * * *', '每天 10:30'],
    ['0 9,18 * * MON-FRI', '每个工作日（周一到周五） 09:00、18:00'],
    ['0 9 1,15 * *', '每月1日、15日 09:00'],
    ['0 9 11 11 *', '11月11日 09:00'],
    ['*/15 9 * * *', '按 cron「*/15 9 * * *」'],
  ])('%s is told as %s', (cron, expected) => expect(cronText(cron)).toBe(expected))

  it('has times of the day', () => {
    expect(timesOfCron('0,30 9-10 * * *')).toEqual(['09:00', '09:30', '10:00', '10:30'])
  })
})

describe('a weekly time', () => {
  it('is written as an expression and read again', () => {
    const weekly = { weekdays: [1, 7], time: '20:05' }

    expect(cronOf(weekly)).toBe('5 20 * * 0,1')
    expect(weeklyOf(cronOf(weekly))).toEqual(weekly)
  })

  it('of each day has no weekdays', () => {
    expect(weeklyOf(cronOf({ weekdays: [], time: '08:30' }))).toEqual({ weekdays: [], time: '08:30' })
  })

  it('is not told of an expression with more', () => {
    expect(weeklyOf('0 9 1 * *')).toBeNull()
    expect(weeklyOf('0 9,10 * * *')).toBeNull()
  })
})
