import type { Schemas } from '@/api/client'
import { formatShare } from './format'
import type { Labels } from './labels'

export type GroupHealth = Schemas['GroupHealthView']
export type HealthState = Schemas['GroupHealthState']

/** In the order in which an operator looks at them: the groups that need help first. */
export const healthStates: Labels<'GroupHealthState'> = {
  Dying: '快没气了',
  Flooded: '被广告淹没',
  Quiet: '安静',
  Healthy: '健康',
}

export const healthStateTypes: Readonly<Record<HealthState, 'danger' | 'warning' | 'info' | 'success'>> = {
  Dying: 'danger',
  Flooded: 'warning',
  Quiet: 'info',
  Healthy: 'success',
}

const ORDER = Object.keys(healthStates) as HealthState[]

/** The groups that need help first; those of one state keep their order. */
export function sortHealth(assessments: readonly GroupHealth[]): GroupHealth[] {
  return [...assessments].sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state))
}

/** The state that a text of the address names; undefined for another text. */
export function stateOf(text: string): HealthState | undefined {
  return ORDER.find(state => state === text)
}

export interface HealthFigure {
  label: string
  value: string
  note?: string
}

const UNKNOWN = '—'

/** What was counted; what is not known is a dash. */
export function figuresOf(health: GroupHealth): HealthFigure[] {
  const { seen, low, high } = health.leaveRate
  const isExpected = low !== null && high !== null
  return [
    {
      label: '这周退群',
      value: formatShare(seen),
      note: isExpected ? `按以往 ${formatShare(low)} 到 ${formatShare(high)}` : '群不到两周，没有以往可比',
    },
    {
      label: '没人说话',
      value: health.silentDays === null ? UNKNOWN : `${health.silentDays} 天`,
      note: health.silentDays === null ? '平台不告诉我们发言' : undefined,
    },
    {
      label: '发言比平时',
      value: formatShare(health.activity),
      note: health.activity === null ? '不知道，或平时太少' : undefined,
    },
    { label: '推送里的广告', value: formatShare(health.promotionShare) },
    { label: '没答复的反馈', value: `${health.unanswered} 条` },
  ]
}
