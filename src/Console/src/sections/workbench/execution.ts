import type { Schemas } from '@/api/client'

export interface Execution {
  onTime: number
  late: number
  missed: number
  failed: number
  skipped: number
  open: number
}

export const executionLabels: Readonly<Record<keyof Execution, string>> = {
  onTime: '按时',
  late: '迟到',
  missed: '错过',
  failed: '失败',
  skipped: '跳过',
  open: '未到',
}

/** How the pushes of today go, which no report counts before the day is over. */
export function executionOf(pushes: readonly Pick<Schemas['PushView'], 'state' | 'late'>[]): Execution {
  const execution: Execution = { onTime: 0, late: 0, missed: 0, failed: 0, skipped: 0, open: 0 }
  for (const push of pushes) execution[outcomeOf(push)]++
  return execution
}

function outcomeOf({ state, late }: Pick<Schemas['PushView'], 'state' | 'late'>): keyof Execution {
  switch (state) {
    case 'Sent':
      return late === true ? 'late' : 'onTime'
    case 'Missed':
      return 'missed'
    case 'Failed':
      return 'failed'
    case 'Skipped':
      return 'skipped'
    default:
      return 'open'
  }
}

export function executionOfReport(total: Schemas['PushFiguresView']): Execution {
  const skipped = Object.values(total.skipped).reduce((sum, count) => sum + count, 0)
  return { ...pick(total), skipped }
}

function pick({ onTime, late, missed, failed, open }: Schemas['PushFiguresView']): Omit<Execution, 'skipped'> {
  return { onTime, late, missed, failed, open }
}
