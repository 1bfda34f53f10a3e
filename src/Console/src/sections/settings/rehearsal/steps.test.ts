import { describe, expect, it } from 'vitest'
import { stepsTo } from './steps'

const from = new Date('2026-12-01T09:00:00+08:00')

describe('stepsTo', () => {
  it('ends at the instant that was asked for', () => {
    expect(stepsTo(from, new Date('2026-12-01T11:20:00+08:00'))).toEqual([
      new Date('2026-12-01T10:00:00+08:00'),
      new Date('2026-12-01T11:00:00+08:00'),
      new Date('2026-12-01T11:20:00+08:00'),
    ])
  })

  it('never goes back', () => {
    expect(stepsTo(from, new Date('2026-11-30T09:00:00+08:00'))).toEqual([])
  })
})
