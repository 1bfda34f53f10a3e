import type { Schemas } from '@/api/client'
import { brandDate } from '@/shared/format'

type Day = Schemas['AttendanceDayView']
type Push = Pick<Schemas['PushView'], 'sentAt' | 'plannedAt'>
type CalendarItem = Pick<Schemas['CalendarItem'], 'at' | 'kind'>

export interface AttendanceRow extends Day {
  pushes: number
  sales: number
}

/** The days of a group with what was sent and sold on them. */
export function rowsOf(
  days: readonly Day[],
  pushes: readonly Push[],
  calendar: readonly CalendarItem[],
): AttendanceRow[] {
  const pushesByDay = countByDay(pushes.map(({ sentAt, plannedAt }) => sentAt ?? plannedAt))
  const salesByDay = countByDay(
    calendar.filter(({ kind }) => kind === 'Conversion' || kind === 'FlashSale').map(({ at }) => at),
  )
  return days.map(day => ({
    ...day,
    pushes: pushesByDay.get(day.date) ?? 0,
    sales: salesByDay.get(day.date) ?? 0,
  }))
}

/** The days on which more left than the days before let expect. */
export function unusualDays(rows: readonly AttendanceRow[]): AttendanceRow[] {
  return rows.filter(({ leaves, expectedHigh }) => expectedHigh !== null && leaves > expectedHigh)
}

function countByDay(instants: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const day of instants.map(instant => brandDate(instant))) counts.set(day, (counts.get(day) ?? 0) + 1)
  return counts
}
