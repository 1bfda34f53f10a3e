import type { Schemas } from '@/api/client'
import { fromMinor, toMinor } from '@/shared/money'
import { type Figure, figureNames } from './superUserWords'

export type Criteria = Schemas['SuperUserCriteriaView']

/** What is typed: the least of each figure, in yuan for money; undefined for a figure that does not count. */
export interface CriteriaDraft {
  least: Record<Figure, number | undefined>
  benefits: string
  superPercent: number
  tolerancePercent: number
  currency: string
}

export const figures = Object.keys(figureNames) as Figure[]

const PERCENT = 100
const FRACTION_DIGITS = 4

export function newDraft(): CriteriaDraft {
  return {
    least: { spentMinor: undefined, orders: undefined, credits: undefined, activeDays: undefined },
    benefits: '',
    superPercent: 30,
    tolerancePercent: 5,
    currency: 'CNY',
  }
}

export function draftOf(criteria: Criteria): CriteriaDraft {
  const draft = newDraft()
  for (const { figure, atLeast } of criteria.rules)
    draft.least[figure as Figure] = figure === 'spentMinor' ? fromMinor(atLeast, criteria.currency) : atLeast
  return {
    ...draft,
    benefits: criteria.benefits.join('\n'),
    superPercent: Math.round(criteria.mix.super * PERCENT),
    tolerancePercent: Math.round(criteria.mix.tolerance * PERCENT),
    currency: criteria.currency,
  }
}

/** The body of the request. The API fills in who is signed in. */
export function toRequest(groupId: string, draft: CriteriaDraft): Schemas['PutSuperUserCriteriaRequest'] {
  const rules = figures.flatMap(figure => {
    const least = draft.least[figure]
    if (least === undefined) return []
    return [{ figure, atLeast: figure === 'spentMinor' ? toMinor(least, draft.currency) : least }]
  })
  const body = {
    groupId,
    rules,
    benefits: draft.benefits
      .split('\n')
      .map(line => line.trim())
      .filter(line => line !== ''),
    mix: { super: shareOf(draft.superPercent), tolerance: shareOf(draft.tolerancePercent) },
    currency: draft.currency,
  }
  return body as Schemas['PutSuperUserCriteriaRequest']
}

function shareOf(percent: number): number {
  return Number((percent / PERCENT).toFixed(FRACTION_DIGITS))
}
