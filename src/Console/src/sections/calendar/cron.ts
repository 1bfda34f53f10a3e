const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六']
const NAMES = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT']

interface Cron {
  minutes: number[] | null
  hours: number[] | null
  days: number[] | null
  months: number[] | null
  weekdays: number[] | null
}

/** Null for a list that has more than numbers and ranges: such an expression is shown as it is. */
function valuesOf(field: string): number[] | null | undefined {
  if (field === '*') return null
  const values: number[] = []
  for (const part of field.split(',')) {
    const range = /^(\d+)(?:-(\d+))?$/.exec(part)
    if (range === null) return undefined
    for (let value = Number(range[1]); value <= Number(range[2] ?? range[1]); value++) values.push(value)
  }
  return values
}

function parse(cron: string): Cron | null {
  const fields = cron.trim().split(/\s+/)
  if (fields.length !== 5) return null
  const [minutes, hours, days, months, weekdays] = fields.map((field, index) =>
    valuesOf(index === 4 ? NAMES.reduce((text, name, day) => text.replaceAll(name, String(day)), field) : field),
  )
  if ([minutes, hours, days, months, weekdays].includes(undefined)) return null
  return {
    minutes: minutes ?? null,
    hours: hours ?? null,
    days: days ?? null,
    months: months ?? null,
    weekdays: weekdays === null ? null : [...new Set((weekdays ?? []).map(day => day % 7))],
  }
}

/** The times of the day of an expression, such as `20:30`; none where they are not a plain list. */
export function timesOfCron(cron: string): string[] {
  const { hours, minutes } = parse(cron) ?? {}
  if (!hours || !minutes) return []
  return hours.flatMap(hour => minutes.map(minute => `${pad(hour)}:${pad(minute)}`))
}

function pad(value: number): string {
  return String(value).padStart(2, '0')
}

/** `每周一、周三 09:05`; the expression itself where there are no plain words for it. */
export function cronText(cron: string): string {
  const parsed = parse(cron)
  const times = timesOfCron(cron)
  if (parsed === null || times.length === 0) return `按 cron「${cron}」`
  const days = [daysText(parsed), weekdaysText(parsed)].filter(text => text !== '')
  const months = parsed.months === null ? '' : `${parsed.months.join('、')}月`
  return `${months}${days.length === 0 ? '每天' : days.join('，以及')} ${times.join('、')}`
}

function daysText({ days, months }: Cron): string {
  if (days === null) return ''
  return `${months === null ? '每月' : ''}${days.map(day => `${day}日`).join('、')}`
}

function weekdaysText({ weekdays }: Cron): string {
  if (weekdays === null) return ''
  const monday = weekdays.map(day => (day + 6) % 7).sort((a, b) => a - b)
  if (monday.join() === '0,1,2,3,4') return '每个工作日（周一到周五）'
  return `每${monday.map(day => `周${WEEKDAYS[(day + 1) % 7]}`).join('、')}`
}

/** Days from 1 (Monday) to 7; none means every day. */
export interface WeeklyTime {
  weekdays: number[]
  time: string
}

export function cronOf({ weekdays, time }: WeeklyTime): string {
  const [hour = '0', minute = '0'] = time.split(':')
  const days = weekdays.length === 0 || weekdays.length === 7 ? '*' : weekdays.map(day => day % 7).sort().join(',')
  return `${Number(minute)} ${Number(hour)} * * ${days}`
}

/** The weekdays and the time of an expression that has only these; else null. */
export function weeklyOf(cron: string): WeeklyTime | null {
  const parsed = parse(cron)
  const [time, ...others] = timesOfCron(cron)
  if (parsed === null || time === undefined || others.length > 0) return null
  if (parsed.days !== null || parsed.months !== null) return null
  return { weekdays: (parsed.weekdays ?? []).map(day => (day === 0 ? 7 : day)).sort(), time }
}
