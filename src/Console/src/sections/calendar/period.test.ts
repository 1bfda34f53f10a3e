import { describe, expect, it } from 'vitest'
import { daysOf, isDate, periodOf, rangesOf, step, weekdayText } from './period'

describe('a period', () => {
  it('of a week begins on Monday', () => {
    expect(periodOf('week', '2026-12-06')).toEqual({ from: '2026-11-30', to: '2026-12-06' })
    expect(weekdayText('2026-11-30')).toBe('周一')
  })

  it('of a month has whole weeks', () => {
    expect(periodOf('month', '2026-12-15')).toEqual({ from: '2026-11-30', to: '2027-01-03' })
  })

  it('has each of its days', () => {
    expect(daysOf({ from: '2026-12-30', to: '2027-01-01' })).toEqual(['2026-12-30', '2026-12-31', '2027-01-01'])
  })
})

describe('the next period', () => {
  it.each([
    ['week', '2026-12-30', 1, '2027-01-06'],
    ['month', '2026-12-30', 1, '2027-01-01'],
    ['month', '2027-01-31', -1, '2026-12-01'],
    ['month', '2027-01-31', 1, '2027-02-01'],
  ] as const)('of the %s of %s in direction %i is that of %s', (view, date, direction, expected) => {
    expect(step(view, date, direction)).toBe(expected)
  })
})

it('asks for no more than the API answers, without gaps', () => {
  expect(rangesOf({ from: '2026-11-30', to: '2027-01-03' })).toEqual([
    { from: '2026-11-30T00:00:00+08:00', to: '2026-12-29T23:59:59+08:00' },
    { from: '2026-12-30T00:00:00+08:00', to: '2027-01-03T23:59:59+08:00' },
  ])
})

it('takes only dates from the address', () => {
  expect([isDate('2026-12-01'), isDate('2026-13-01'), isDate('heute'), isDate(undefined)]).toEqual(
    [true, false, false, false],
  )
})
