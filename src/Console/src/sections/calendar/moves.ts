import { brandDate, brandInstant, formatTime } from '@/shared/format'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

/** How far ahead the API lets a push be moved. */
export const FURTHEST_DAYS = 7

/** Minutes of one step of a move. */
export const STEP_MINUTES = 15

export function shift(at: string, days: number, minutes: number): string {
  const moved = new Date(Date.parse(at) + days * DAY_MS + minutes * MINUTE_MS)
  return brandInstant(brandDate(moved), formatTime(moved))
}

/** The same time of the day on another date, moved by minutes, on that date. */
export function onDate(at: string, date: string, minutes = 0): string {
  const [hour = 0, minute = 0] = formatTime(at).split(':').map(Number)
  const total = Math.min(Math.max(hour * 60 + minute + minutes, 0), 24 * 60 - 1)
  return brandInstant(date, `${pad(Math.floor(total / 60))}:${pad(total % 60)}`)
}

function pad(value: number): string {
  return String(value).padStart(2, '0')
}

/** Why the API would refuse the instant; null when it would not. */
export function refusalOf(at: string, now: Date): string | null {
  const ahead = Date.parse(at) - now.getTime()
  if (ahead <= 0) return '这个时间已经过去'
  return ahead > FURTHEST_DAYS * DAY_MS ? `最多移到 ${FURTHEST_DAYS} 天以内` : null
}

export interface Shift {
  days: number
  minutes: number
}

/** What an arrow key proposes; Shift makes the step an hour. */
export function shiftOfKey(key: string, isShifted: boolean): Shift | null {
  const minutes = isShifted ? 60 : STEP_MINUTES
  switch (key) {
    case 'ArrowLeft':
      return { days: -1, minutes: 0 }
    case 'ArrowRight':
      return { days: 1, minutes: 0 }
    case 'ArrowUp':
      return { days: 0, minutes: -minutes }
    case 'ArrowDown':
      return { days: 0, minutes }
    default:
      return null
  }
}
