import { describe, expect, it } from 'vitest'
import { onDate, refusalOf, shift, shiftOfKey } from './moves'

const at = '2026-12-01T12:15:00+08:00'

describe('a move', () => {
  it('goes over days and hours in the zone of the brand', () => {
    expect(shift(at, 1, 0)).toBe('2026-12-02T12:15:00+08:00')
    expect(shift('2026-12-01T15:50:00Z', 0, 15)).toBe('2026-12-02T00:05:00+08:00')
  })

  it('to another date keeps the time, and stays on that date', () => {
    expect(onDate(at, '2026-12-04')).toBe('2026-12-04T12:15:00+08:00')
    expect(onDate(at, '2026-12-04', 45)).toBe('2026-12-04T13:00:00+08:00')
    expect(onDate(at, '2026-12-04', -900)).toBe('2026-12-04T00:00:00+08:00')
    expect(onDate(at, '2026-12-04', 9_000)).toBe('2026-12-04T23:59:00+08:00')
  })

  it.each([
    ['2026-12-01T12:00:00+08:00', '这个时间已经过去'],
    ['2026-12-08T12:00:00+08:00', null],
    ['2026-12-08T12:15:00+08:00', '最多移到 7 天以内'],
  ])('to %s: %s', (target, expected) => {
    expect(refusalOf(target, new Date('2026-12-01T04:00:00Z'))).toBe(expected)
  })
})

describe('an arrow key', () => {
  it('moves by a day or a quarter of an hour', () => {
    expect(shiftOfKey('ArrowRight', false)).toEqual({ days: 1, minutes: 0 })
    expect(shiftOfKey('ArrowUp', false)).toEqual({ days: 0, minutes: -15 })
    expect(shiftOfKey('ArrowDown', true)).toEqual({ days: 0, minutes: 60 })
    expect(shiftOfKey('Tab', false)).toBeNull()
  })
})
