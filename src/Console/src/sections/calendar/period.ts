import { addDays, brandInstant } from '@/shared/format'

export type CalendarView = 'week' | 'month'

/** Local dates of the brand, both included. */
export interface Period {
  from: string
  to: string
}

// The API answers at most 31 days at once.
const LONGEST_DAYS = 30

/** 0 is Monday. */
export function weekdayOf(date: string): number {
  return (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7
}

/** The week of the date, or the whole weeks of its month; weeks begin on Monday. */
export function periodOf(view: CalendarView, date: string): Period {
  if (view === 'week') return weekOf(date)
  const first = `${date.slice(0, 7)}-01`
  const last = addDays(nextMonth(first), -1)
  return { from: weekOf(first).from, to: weekOf(last).to }
}

function weekOf(date: string): Period {
  const from = addDays(date, -weekdayOf(date))
  return { from, to: addDays(from, 6) }
}

function nextMonth(first: string): string {
  return `${addDays(first, 31).slice(0, 7)}-01`
}

/** A date of the period before (-1) or after (1). */
export function step(view: CalendarView, date: string, direction: -1 | 1): string {
  if (view === 'week') return addDays(date, 7 * direction)
  const first = `${date.slice(0, 7)}-01`
  return direction === 1 ? nextMonth(first) : `${addDays(first, -1).slice(0, 7)}-01`
}

export function daysOf({ from, to }: Period): string[] {
  const days: string[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  return days
}

/** The instants that the API is asked for, in pieces that it answers. */
export function rangesOf({ from, to }: Period): { from: string; to: string }[] {
  const ranges: { from: string; to: string }[] = []
  for (let first = from; first <= to; first = addDays(first, LONGEST_DAYS)) {
    const last = addDays(first, LONGEST_DAYS - 1)
    ranges.push({ from: brandInstant(first), to: endOf(last < to ? last : to) })
  }
  return ranges
}

/** The last instant of a local date. */
export function endOf(date: string): string {
  return brandInstant(date, '23:59').replace(':00+', ':59+')
}

export function isDate(text: unknown): text is string {
  return typeof text === 'string' && /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`))
}

const WEEKDAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日']

export function weekdayText(date: string): string {
  return WEEKDAYS[weekdayOf(date)] ?? ''
}

/** `12月1日` */
export function dateText(date: string): string {
  return `${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`
}
