import { describe, expect, it } from 'vitest'
import type { Schemas } from '@/api/client'
import { summarizeBudgets } from './budgets'

function budgetOf(
  groupId: string,
  left: number,
  over: Partial<Schemas['GroupSendBudgetView']> = {},
): Schemas['GroupSendBudgetView'] {
  const period = { periodStart: '2026-12-01', periodEnd: '2026-12-31' }
  const used = { usedByApp: 2, usedByOthers: Math.max(0, 29 - left) }
  return { groupId, limit: 'Monthly', ...period, allowance: 31, ...used, left, ...over }
}

describe('summarizeBudgets', () => {
  it('says nothing without groups', () => {
    expect(summarizeBudgets([], 10)).toEqual({ rule: '', lines: [], rest: '' })
  })

  it('lists the groups with the least left first', () => {
    const { lines } = summarizeBudgets([budgetOf('b', 20), budgetOf('a', 20), budgetOf('c', 0), budgetOf('d', 6)], 10)

    expect(lines.map(line => [line.groupId, line.left, line.state])).toEqual([
      ['c', 0, 'out'],
      ['d', 6, 'low'],
      ['a', 20, 'enough'],
      ['b', 20, 'enough'],
    ])
  })

  it('tells who sent, and never more than all as used', () => {
    const [line] = summarizeBudgets([budgetOf('a', 0, { usedByApp: 3, usedByOthers: 40 })], 10).lines

    expect([line?.used, line?.text]).toEqual([100, '系统发了 3 次，别人发了 40 次'])
  })

  it.each([
    ['Monthly', 31, '2026-12-01', '2026-12-31', '这个月每个群 31 次（12月1日 周二到12月31日 周四）'],
    ['Weekly', 7, '2026-12-07', '2026-12-13', '每个群每周 7 次（12月7日 周一到12月13日 周日）'],
    ['Daily', 1, '2026-12-07', '2026-12-07', '每个群每天 1 次（12月7日 周一）'],
  ] as const)('names the limit %s and its days', (limit, allowance, periodStart, periodEnd, rule) => {
    const now = new Date('2026-12-07T04:00:00Z')

    const budget = budgetOf('a', 1, { limit, allowance, periodStart, periodEnd })

    expect(summarizeBudgets([budget], 10, now).rule).toBe(rule)
  })

  it('sums up the groups that have no line', () => {
    const { lines, rest } = summarizeBudgets([budgetOf('a', 1), budgetOf('b', 9), budgetOf('c', 12)], 1)

    expect(lines).toHaveLength(1)
    expect(rest).toBe('另外 2 个群都还剩至少 9 次。')
  })
})
