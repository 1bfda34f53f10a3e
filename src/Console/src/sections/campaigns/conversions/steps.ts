import type { Schemas } from '@/api/client'
import { conversionSteps } from '../labels'

// The API tells what comes next as plain text.
const STEPS: Readonly<Record<string, string>> = {
  'awaiting-warm-up': '等待预热',
  'awaiting-link': '等待发链接',
  'awaiting-last-call': '等待最后提醒',
  'awaiting-closing': '等待收尾',
  'awaiting-late-orders': '已收尾，再等一小时的订单',
  ending: '收尾中',
  settling: '结算中',
  settled: '已结算',
  closed: '全部做完了',
  cancelled: '已取消',
  held: '已暂停',
}

export function stepText(step: string): string {
  return STEPS[step] ?? step
}

export type StepState = 'done' | 'skipped' | 'next' | 'waiting' | 'off'

export interface StepLine {
  step: Schemas['ConversionStep']
  label: string
  /** When it began, or when it is planned. */
  at: string
  state: StepState
}

type Timed = Pick<
  Schemas['ConversionView'],
  'warmUp' | 'linkAt' | 'lastCallAt' | 'closesAt' | 'taken' | 'skipped' | 'state' | 'nextAt'
>

/** The steps of a conversion in their order; the last call is optional. */
export function stepLines(conversion: Timed): StepLine[] {
  const planned: [Schemas['ConversionStep'], string | null][] = [
    ['WarmUp', conversion.warmUp.at],
    ['Link', conversion.linkAt],
    ['LastCall', conversion.lastCallAt],
    ['Closing', conversion.closesAt],
  ]
  const isOver = conversion.state === 'Closed' || conversion.state === 'Cancelled'
  let isNextFound = isOver || conversion.nextAt === null
  return planned.flatMap<StepLine>(([step, at]) => {
    if (at === null) return []
    const begun = conversion.taken.find(taken => taken.step === step)
    const line = { step, label: conversionSteps[step], at: begun?.at ?? at }
    if (begun !== undefined) return [{ ...line, state: 'done' }]
    if (conversion.skipped.includes(step)) return [{ ...line, state: 'skipped' }]
    if (isOver) return [{ ...line, state: 'off' }]
    const state: StepState = isNextFound ? 'waiting' : 'next'
    isNextFound = true
    return [{ ...line, state }]
  })
}
