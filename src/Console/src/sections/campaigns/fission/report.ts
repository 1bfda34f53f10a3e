import type { Schemas } from '@/api/client'
import { formatMoney } from '@/shared/format'

type Totals = Schemas['SettledTotals']

export const totalLabels: Readonly<Record<keyof Totals, string>> = {
  credits: '邀请有效',
  revoked: '退群不计',
  underReview: '待审核',
  refused: '审核不通过',
  granted: '奖励可领取',
  redeemed: '奖励已领取',
  withheld: '奖励暂扣',
  takenBack: '奖励已收回',
  costMinor: '礼品成本',
}

export const totalKeys = Object.keys(totalLabels) as (keyof Totals)[]

export function totalText(key: keyof Totals, value: number): string {
  return key === 'costMinor' ? formatMoney(value, 'CNY') : String(value)
}

/** What differs between two totals: `邀请有效 12 → 11`. */
export function changesOf(before: Totals, after: Totals): string[] {
  return totalKeys
    .filter(key => before[key] !== after[key])
    .map(key => `${totalLabels[key]} ${totalText(key, before[key])} → ${totalText(key, after[key])}`)
}
