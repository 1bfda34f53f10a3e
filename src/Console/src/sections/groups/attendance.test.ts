import { describe, expect, it } from 'vitest'
import { rowsOf, unusualDays } from './attendance'

const day = (date: string, leaves: number, expectedHigh: number | null) => ({
  date,
  members: 20,
  joins: 1,
  leaves,
  expectedLow: expectedHigh === null ? null : 0,
  expectedHigh,
})

describe('attendance', () => {
  it('counts pushes and sales on the days of the brand', () => {
    const rows = rowsOf(
      [day('2026-12-01', 0, null), day('2026-12-02', 0, null)],
      [
        { sentAt: '2026-12-01T15:59:00Z', plannedAt: '2026-12-01T15:00:00Z' },
        { sentAt: null, plannedAt: '2026-12-01T16:00:00Z' },
      ],
      [
        { at: '2026-12-02T12:00:00+08:00', kind: 'Conversion' },
        { at: '2026-12-02T12:00:00+08:00', kind: 'Push' },
      ],
    )

    expect(rows.map(({ pushes, sales }) => [pushes, sales])).toEqual([
      [1, 0],
      [1, 1],
    ])
  })

  it('names days with more leaves than expected, and none of a young group', () => {
    const rows = rowsOf([day('2026-12-08', 5, null), day('2026-12-09', 2, 2), day('2026-12-10', 3, 2)], [], [])

    expect(unusualDays(rows).map(({ date }) => date)).toEqual(['2026-12-10'])
  })
})
