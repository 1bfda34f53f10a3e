import type { Schemas } from '@/api/client'
import { formatMoney } from '@/shared/format'
import type { Labels } from '@/shared/labels'

export const MAX_BYTES = 8 * 1024 * 1024

const CURRENCY = 'CNY'

export const scopes: Labels<'RehearsalScope'> = {
  Brand: '全品牌',
  Campaign: '裂变活动',
  Conversion: '转化',
  FlashSale: '快闪',
  Group: '群',
  PushPlan: '推送计划',
}

export const verdicts: Labels<'RehearsalVerdict'> = {
  Pending: '还没结束',
  Within: '在范围内',
  Below: '偏低',
  Above: '偏高',
  Unknown: '不知道',
}

export const entryKinds: Labels<'RehearsalEntryKind'> = {
  Message: '群消息',
  PrivateMessages: '私聊消息',
  Task: '待办',
  GroupFull: '群满了',
  RollOver: '换下一个群',
  Dissolved: '群解散',
  SoldOut: '卖完了',
  Outage: '平台没回应',
}

export const stockKinds: Labels<'RehearsalStockKind'> = { Gift: '礼品', Conversion: '转化', FlashSale: '快闪' }

const origins: Readonly<Record<string, string>> = {
  Onboarding: '新人引导',
  Campaign: '裂变活动',
  Conversion: '转化',
  FlashSale: '快闪',
  Push: '推送计划',
  PushPlan: '推送计划',
  Group: '群',
}

export function originLabel(origin: string): string {
  return origins[origin] ?? origin
}

const figures: Readonly<Record<string, string>> = {
  arrivals: '到达人数',
  turnedAway: '因群满没进来',
  joins: '进群',
  leaves: '退群',
  participants: '参与的人',
  credits: '有效邀请',
  qualified: '达标的人',
  costMinor: '礼品成本',
  clicks: '点击',
  orders: '订单',
  units: '件数',
  revenueMinor: '收入',
  members: '成员',
  messages: '消息',
  privateMessages: '私信',
  tasks: '待办',
  tasksNotDone: '没有完成的待办',
  sent: '发出',
  skipped: '没发出',
}

/** A figure that is not known is named itself. */
export function figureLabel(name: string): string {
  return figures[name] ?? name
}

/** Names of money end in `Minor`. */
export function formatFigure(name: string, value: number): string {
  if (name.endsWith('Minor')) return formatMoney(value, CURRENCY)
  return value.toLocaleString('zh-CN', { maximumFractionDigits: 2 })
}

export function bandText(name: string, { low, high }: { low: number; high: number }): string {
  return `${formatFigure(name, low)} 到 ${formatFigure(name, high)}`
}

/** What a comparison with other plans says of one figure. */
export function differenceText({ isEnough, difference }: Schemas['RehearsalDifference']): string {
  if (!isEnough) return '差别不够大'
  return difference > 0 ? '另一份更多' : '另一份更少'
}
