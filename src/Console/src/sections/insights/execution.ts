import type { Schemas } from '@/api/client'

type Figures = Schemas['PushFiguresView']

export const outcomes = [
  { key: 'onTime', label: '按时', color: '#2e9e6b' },
  { key: 'late', label: '迟到', color: '#e6a23c' },
  { key: 'missed', label: '错过', color: '#d9534f' },
  { key: 'failed', label: '失败', color: '#8e2f2f' },
  { key: 'skipped', label: '跳过', color: '#9aa0a6' },
  { key: 'open', label: '未完', color: '#7fb3d5' },
] as const

export function skippedOf({ skipped }: Pick<Figures, 'skipped'>): number {
  return Object.values(skipped).reduce((sum, count) => sum + count, 0)
}

export function countOf(figures: Figures, key: (typeof outcomes)[number]['key']): number {
  return key === 'skipped' ? skippedOf(figures) : figures[key]
}

/** The share of those that were due and not skipped which were sent on time; null without any. */
export function onTimeShare(figures: Figures): number | null {
  const due = figures.onTime + figures.late + figures.missed + figures.failed
  return due === 0 ? null : figures.onTime / due
}
