import type { Schemas } from '@/api/client'
import { formatInstant } from '@/shared/format'
import { cronText } from './cron'

type Trigger = Schemas['PushTriggerBody']
type Slot = Schemas['PushSlotBody']

export const triggerTypes: Readonly<Record<string, string>> = {
  Recurring: '按周期重复',
  DayOffset: '群的第几天',
  Once: '只发一次',
  Relative: '跟着活动',
  Cohort: '成员进群第几天',
}

export const relativeInstants: Readonly<Record<string, string>> = {
  opensAt: '开始',
  linkAt: '放链接',
  closesAt: '结束',
}

export const holidayRules: Readonly<Record<string, string>> = {
  Run: '休息日照常发',
  Skip: '休息日不发',
  PreviousWorkday: '休息日提前到上一个工作日',
  NextWorkday: '休息日顺延到下一个工作日',
}

export const missedRules: Readonly<Record<string, string>> = {
  Skip: '错过就不发',
  SendLate: '错过后尽快补发',
  MergeIntoNext: '错过后并入下一条',
}

/** When a slot is due, in words. */
export function triggerText(at: Trigger): string {
  const time = at.time ?? ''
  switch (at.type) {
    case 'DayOffset':
      return `群开放第 ${at.day} 天 ${time}`
    case 'Once':
      return at.instant === null ? '' : formatInstant(at.instant)
    case 'Cohort':
      return `成员进群第 ${at.day} 天 ${time}`
    case 'Relative':
      return `${relativeText(at)} ${time}`
    default:
      return recurringText(at) + (at.until === null ? '' : `，到 ${at.until} 为止`)
  }
}

function relativeText(at: Trigger): string {
  const name = at.campaignId === null ? `转化 ${at.conversionId}` : `活动 ${at.campaignId}`
  const instant = `${name} ${relativeInstants[at.to ?? ''] ?? at.to}`
  const days = at.days ?? 0
  if (days === 0) return `${instant}当天`
  return `${instant}${days < 0 ? '前' : '后'} ${Math.abs(days)} 天`
}

function recurringText(at: Trigger): string {
  if (at.cron !== null) return cronText(at.cron)
  if (at.lunar !== null) {
    const { month, day, leapMonth } = at.lunar
    return `农历每年${leapMonth ? '闰' : ''}${month}月${day}日 ${at.time ?? ''}`
  }
  return `按规则「${at.rrule ?? ''}」 ${at.time ?? ''}`
}

export function slotText(slot: Slot): string {
  return slot.at === null ? '' : triggerText(slot.at)
}

/** `PT2H` is `2 小时`; null for the default of the brand. */
export function latenessText(lateness: string | null): string | null {
  const match = /^(?:P(?:(\d+)D)?)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(lateness ?? '')
  if (lateness === null || match === null) return lateness
  const [, days, hours, minutes] = match
  const parts = [days && `${days} 天`, hours && `${hours} 小时`, minutes && `${minutes} 分钟`]
  return parts.filter(part => part !== undefined).join(' ')
}
