import type { Schemas } from '@/api/client'
import { formatShare } from '@/shared/format'

const FIGURES: Readonly<Record<string, string>> = {
  joinsPerDay: '每天带来进群',
  invitedSomebody: '参与者里带来有效邀请的',
  reachedTarget: '参与者里达标的',
  retainedAfter7Days: '7 天后还在群的',
  laterOrdersPerMember: '每位新成员之后的订单',
}

const RATES = new Set(['joinsPerDay', 'laterOrdersPerMember'])

export function figureLabel(figure: string): string {
  return FIGURES[figure] ?? figure
}

/** True for shares, which differ by percentage points. */
export function isShare(figure: string): boolean {
  return !RATES.has(figure)
}

export function figureText(figure: string, value: number): string {
  return isShare(figure) ? formatShare(value) : value.toFixed(2)
}

/** `+3.2 个百分点` or `+1.20`. */
export function differenceText(figure: string, value: number): string {
  const sign = value > 0 ? '+' : ''
  return isShare(figure) ? `${sign}${(value * 100).toFixed(1)} 个百分点` : `${sign}${value.toFixed(2)}`
}

/** What the comparison says about a figure, in words. */
export function conclusion(difference: Schemas['Difference'], nameOfA: string, nameOfB: string): string {
  if (!difference.enoughData) return '数据还不够，说不出谁更好'
  return `${difference.difference > 0 ? nameOfA : nameOfB} 更高`
}
