import { currentTime } from '@/api/clock'
import { fromMinor } from './money'

export const BRAND_TIME_ZONE = 'Asia/Shanghai'

type Instant = Date | string

const parts = new Intl.DateTimeFormat('zh-CN', {
  timeZone: BRAND_TIME_ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  weekday: 'short',
  hourCycle: 'h23',
})

function read(instant: Instant): Record<Intl.DateTimeFormatPartTypes, string> {
  const date = typeof instant === 'string' ? new Date(instant) : instant
  return Object.fromEntries(parts.formatToParts(date).map(part => [part.type, part.value])) as Record<
    Intl.DateTimeFormatPartTypes,
    string
  >
}

/** `12月1日 周二 09:00` in the brand's zone; with the year when it is not that of `now`. */
export function formatInstant(instant: Instant, now: Date = currentTime()): string {
  return `${formatDay(instant, now)} ${formatTime(instant)}`
}

/** `12月1日 周二` in the brand's zone; with the year when it is not that of `now`. */
export function formatDay(instant: Instant, now: Date = currentTime()): string {
  const { year, month, day, weekday } = read(instant)
  const prefix = year === read(now).year ? '' : `${year}年`
  return `${prefix}${Number(month)}月${Number(day)}日 ${weekday}`
}

/** `09:00` in the brand's zone. */
export function formatTime(instant: Instant): string {
  const { hour, minute } = read(instant)
  return `${hour}:${minute}`
}

/** The local date `2026-12-01` in the brand's zone. */
export function brandDate(instant: Instant): string {
  const { year, month, day } = read(instant)
  return `${year}-${month}-${day}`
}

/** The local date `days` later; a date has no zone, so no hour is lost where clocks change. */
export function addDays(date: string, days: number): string {
  const moved = new Date(`${date}T00:00:00Z`)
  moved.setUTCDate(moved.getUTCDate() + days)
  return moved.toISOString().slice(0, 10)
}

/** The instant of a local date and time in the brand's zone, as ISO 8601 with offset. China has no summer time. */
export function brandInstant(date: string, time = '00:00'): string {
  return `${date}T${time}:00+08:00`
}

const MINUTE_MS = 60_000

/** `3 天`, `5 小时` or `12 分钟`, rounded down; at least a minute. */
export function formatDuration(milliseconds: number): string {
  const minutes = Math.floor(Math.abs(milliseconds) / MINUTE_MS)
  if (minutes >= 48 * 60) return `${Math.floor(minutes / (24 * 60))} 天`
  if (minutes >= 60) return `${Math.floor(minutes / 60)} 小时`
  return `${Math.max(1, minutes)} 分钟`
}

const UNITS = [
  { size: 100_000_000, name: '亿' },
  { size: 10_000, name: '万' },
]

/** `9,999`, `1.2万`, `3.45亿`: rounded down, so that no count is told higher than it is. */
export function formatCount(count: number): string {
  const unit = UNITS.find(({ size }) => Math.abs(count) >= size)
  if (unit === undefined) return count.toLocaleString('zh-CN')
  const digits = Math.abs(count) >= 10 * unit.size ? 1 : 2
  const scale = 10 ** digits
  return `${Math.trunc((count / unit.size) * scale) / scale}${unit.name}`
}

/** An amount in minor units, such as fen: `¥128.50`. */
export function formatMoney(amountMinor: number, currency: string): string {
  return new Intl.NumberFormat('zh-CN', { style: 'currency', currency }).format(fromMinor(amountMinor, currency))
}

/** A share from 0 to 1: `12.3%`; `—` without one. */
export function formatShare(share: number | null | undefined): string {
  return share === null || share === undefined ? '—' : `${(share * 100).toFixed(1)}%`
}

/** `2026-12-01T09:00:00`: the date and time of an instant in the brand's zone. */
export function toBrandWallClock(instant: Instant): string {
  const { year, month, day, hour, minute } = read(instant)
  return `${year}-${month}-${day}T${hour}:${minute}:00`
}
