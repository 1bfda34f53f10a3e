import type { Schemas } from '@/api/client'
import { formatDay } from '@/shared/format'

type Budget = Schemas['GroupSendBudgetView']

export interface BudgetLine {
  groupId: string
  left: number
  /** The part of the allowance that is used, in percent; more sends than allowed are 100. */
  used: number
  state: 'out' | 'low' | 'enough'
  text: string
}

export interface BudgetSummary {
  /** What holds for every group; empty without groups. */
  rule: string
  /** The groups with the least left, these first. */
  lines: BudgetLine[]
  /** What is said of the groups that have no line; empty when every group has one. */
  rest: string
}

const LOW = 0.2

const limits: Readonly<Record<Schemas['GroupSendLimit'], (allowance: number) => string>> = {
  Monthly: allowance => `这个月每个群 ${allowance} 次`,
  Weekly: allowance => `每个群每周 ${allowance} 次`,
  Daily: allowance => `每个群每天 ${allowance} 次`,
}

/** The budgets for the page, at most `most` lines. */
export function summarizeBudgets(budgets: readonly Budget[], most: number, now?: Date): BudgetSummary {
  const [first] = budgets
  if (first === undefined) return { rule: '', lines: [], rest: '' }
  const sorted = budgets.toSorted((one, other) => one.left - other.left || one.groupId.localeCompare(other.groupId))
  const next = sorted[most]
  const days =
    first.periodStart === first.periodEnd
      ? formatDay(first.periodStart, now)
      : `${formatDay(first.periodStart, now)}到${formatDay(first.periodEnd, now)}`
  return {
    rule: `${limits[first.limit](first.allowance)}（${days}）`,
    lines: sorted.slice(0, most).map(toLine),
    rest: next === undefined ? '' : `另外 ${sorted.length - most} 个群都还剩至少 ${next.left} 次。`,
  }
}

function toLine({ groupId, allowance, left, usedByApp, usedByOthers }: Budget): BudgetLine {
  return {
    groupId,
    left,
    used: Math.min(100, Math.round((100 * (allowance - left)) / allowance)),
    state: left === 0 ? 'out' : left <= allowance * LOW ? 'low' : 'enough',
    text: `系统发了 ${usedByApp} 次，别人发了 ${usedByOthers} 次`,
  }
}
