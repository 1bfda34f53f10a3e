import type { Schemas } from '@/api/client'
import { formatCount, formatShare } from '@/shared/format'

type Window = Schemas['CohortWindowView']

/** One row of the table: what a cohort did within so many days. */
export interface CohortRow {
  key: string
  month: string
  members: string
  days: string
  repurchase: string
  upgrade: string
  referral: string
  isMature: boolean
}

/** `2026年11月` of the first day of a month. */
function monthText(month: string): string {
  const [year, number] = month.split('-')
  return `${year}年${Number(number)}月`
}

function figureText(count: number, share: number): string {
  return `${formatCount(count)}（${formatShare(share)}）`
}

function rowOf(cohort: Schemas['CohortView'], window: Window): CohortRow {
  return {
    key: `${cohort.month}-${window.days}`,
    month: monthText(cohort.month),
    members: formatCount(cohort.members),
    days: `${window.days} 天内`,
    repurchase: figureText(window.repurchased, window.repurchaseShare),
    upgrade: figureText(window.upgraded, window.upgradeShare),
    referral: figureText(window.referred, window.referralShare),
    isMature: window.mature,
  }
}

/** The rows of all cohorts, the latest cohort first. */
export function cohortRows(cohorts: readonly Schemas['CohortView'][]): CohortRow[] {
  return [...cohorts].reverse().flatMap(cohort => cohort.windows.map(window => rowOf(cohort, window)))
}
