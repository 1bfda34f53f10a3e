import type { Schemas } from '@/api/client'
import { formatMoney } from '@/shared/format'

type Outcome = Schemas['ConversionOutcome']

/** `¥59.90`, or the revenue of each currency; `¥0.00` without an order. */
export function revenueText(outcome: Pick<Outcome, 'revenueByCurrency'>, currency: string): string {
  const amounts = Object.entries(outcome.revenueByCurrency)
  if (amounts.length === 0) return formatMoney(0, currency)
  return amounts.map(([code, amount]) => formatMoney(amount, code)).join(' + ')
}

/** What all arms sold together. */
export function unitsSold(arms: readonly Pick<Schemas['ArmView'], 'outcome'>[]): number {
  return arms.reduce((sum, { outcome }) => sum + outcome.units, 0)
}

export function ordersOf(arms: readonly Pick<Schemas['ArmView'], 'outcome'>[]): number {
  return arms.reduce((sum, { outcome }) => sum + outcome.orders, 0)
}

/** Votes by the text of the option; the API may name an option by its number. */
export function votesOf(options: Readonly<Record<string, number>>, poll: readonly string[]) {
  return Object.entries(options)
    .map(([option, votes]) => ({ option: poll[Number(option) - 1] ?? option, votes }))
    .sort((a, b) => b.votes - a.votes)
}

/** What the difference of the arms says, in words. */
export function upliftText({ difference, low, high, enoughData }: Schemas['Uplift']): string {
  const points = (value: number) => `${value > 0 ? '+' : ''}${(value * 100).toFixed(2)} 个百分点`
  const interval = `${points(difference)}（95% 区间 ${points(low)} 到 ${points(high)}）`
  if (!enoughData) return `相差 ${interval}。区间碰到 0，数据还不够，说不出预热有没有用。`
  return difference > 0 ? `预热多卖 ${interval}。` : `预热反而少卖 ${interval}。`
}
