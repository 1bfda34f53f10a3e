import type { Schemas } from '@/api/client'

export const CHARSETS = [
  { label: 'UTF-8（多数系统导出）', value: 'utf-8' },
  { label: 'GBK（Excel 另存的 CSV）', value: 'gbk' },
] as const

export type Charset = (typeof CHARSETS)[number]['value']

export const MAX_BYTES = 48 * 1024 * 1024

/** Percent of the lines that are carried out; an import without lines is done. */
export function progressOf({ state, lines, linesDone }: Schemas['ImportView']): number {
  if (state === 'Finished' || lines === 0) return 100
  return Math.floor((linesDone / lines) * 100)
}

export interface Finding {
  title: string
  count: number
  explanation: string
  orders: readonly string[]
}

/** The numbers of a report in the order in which they matter. */
export function findingsOf(report: Schemas['ImportReport']): Finding[] {
  return [
    { title: '没变', count: report.known, explanation: '和已有的记录一致。', orders: [] },
    {
      title: '补上',
      count: report.missed,
      explanation: '店铺没有自动报来的付款或退款，已补记。',
      orders: report.missedOrders,
    },
    {
      title: '更正',
      count: report.corrected,
      explanation: '以前导入的内容，这次改了。',
      orders: report.correctedOrders,
    },
    {
      title: '没导入',
      count: report.badLines,
      explanation: '这些行有错，改好后再导入一次。',
      orders: [],
    },
  ]
}

const columns: Readonly<Record<string, string>> = {
  orderId: '订单号',
  amount: '金额',
  currency: '币种',
  paidAt: '付款时间',
  buyer: '买家',
  refunded: '退款',
  linkCode: '链接码',
}

const reasons: readonly (readonly [RegExp, string])[] = [
  [/^is missing\.$/, '没有填。'],
  [/^must be an ISO 4217 currency\.$/, '不是币种代码，如 CNY。'],
  [/^must be an instant.*$/, '不是日期和时间，应像 2026-11-24 20:00:00。'],
  [/^is more than was paid\.$/, '比付款多。'],
  [/^is no code of a link\.$/, '不是链接码。'],
  [/^must be at most (\d+) characters.*$/, '最多 $1 个字符，不能有控制字符。'],
  [/^must be a decimal number.*$/, '应是不小于 0 的数，如 59.90。'],
  [/^has more than the (\d+) decimals of (\w+)\.$/, '$2 最多 $1 位小数。'],
  [/^is that of line (\d+)\.$/, '和第 $1 行重复。'],
]

/** Why a line was not imported: `amount: is missing.` in Chinese, where it is known. */
export function badReason(reason: string): string {
  if (reason.startsWith('quotes are not closed')) return '引号没有成对。'
  const [, column, text] = /^(\w+): (.+)$/.exec(reason) ?? []
  if (column === undefined || text === undefined) return reason
  const found = reasons.find(([pattern]) => pattern.test(text))
  return `${columns[column] ?? column}：${found === undefined ? text : text.replace(found[0], found[1])}`
}
