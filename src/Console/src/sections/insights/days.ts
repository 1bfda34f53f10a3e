import { addDays } from '@/shared/format'

const MOST = 400

/** The local days from one to the other, both included. */
export function daysOf(from: string, to: string): string[] {
  const days: string[] = []
  for (let day = from; day <= to && days.length < MOST; day = addDays(day, 1)) days.push(day)
  return days
}

/** 0 for Monday to 6 for Sunday; a date has no zone. */
export function weekdayOf(date: string): number {
  return (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7
}

export const WEEKDAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const
