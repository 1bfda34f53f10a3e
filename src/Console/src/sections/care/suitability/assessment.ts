import type { Schemas } from '@/api/client'
import type { Row } from '@/shared/csv'
import { formatInstant, formatMoney } from '@/shared/format'
import { groupKinds, groupStates } from '@/shared/labels'

export type Assessment = Schemas['SuitabilityView']
export type Outcome = NonNullable<Assessment['outcome']>

/** What is answered, by the path of the field in the request. What is undefined has no answer yet. */
export interface AssessmentDraft {
  brand: string
  answers: Answers
}

interface Answers {
  'product.discussable': boolean | undefined
  'product.needsExplaining': boolean | undefined
  'product.otherNeeds': boolean | undefined
  'deal.reputation': number | undefined
  'deal.trustCanGrow': boolean | undefined
  'afterSale.mustTeach': boolean | undefined
  'afterSale.services': boolean | undefined
}

export type AnswerField = keyof Answers

export function newDraft(): AssessmentDraft {
  return {
    brand: '',
    answers: {
      'product.discussable': undefined,
      'product.needsExplaining': undefined,
      'product.otherNeeds': undefined,
      'deal.reputation': undefined,
      'deal.trustCanGrow': undefined,
      'afterSale.mustTeach': undefined,
      'afterSale.services': undefined,
    },
  }
}

/** The fields of the form as the API names them. */
export function fieldNames(draft: AssessmentDraft): string[] {
  return ['brand', ...Object.keys(draft.answers).map(field => `answers.${field}`)]
}

/** What has no answer is left out, so that the API says which is missing. */
export function toRequest({ brand, answers }: AssessmentDraft): Schemas['AssessSuitabilityRequest'] {
  return {
    brand: brand.trim(),
    answers: {
      product: {
        discussable: answers['product.discussable'],
        needsExplaining: answers['product.needsExplaining'],
        otherNeeds: answers['product.otherNeeds'],
      },
      deal: { reputation: answers['deal.reputation'], trustCanGrow: answers['deal.trustCanGrow'] },
      afterSale: { mustTeach: answers['afterSale.mustTeach'], services: answers['afterSale.services'] },
    } as Schemas['AssessSuitabilityRequest']['answers'],
  }
}

/** The answers of a stored assessment in the shape of a draft. */
export function answersOf({ answers: { product, deal, afterSale } }: Assessment): Answers {
  return {
    'product.discussable': product.discussable,
    'product.needsExplaining': product.needsExplaining,
    'product.otherNeeds': product.otherNeeds,
    'deal.reputation': deal.reputation,
    'deal.trustCanGrow': deal.trustCanGrow,
    'afterSale.mustTeach': afterSale.mustTeach,
    'afterSale.services': afterSale.services,
  }
}

export function answerText(answer: boolean | number | undefined): string {
  if (typeof answer === 'number') return `${answer} 分`
  return answer === true ? '是' : '否'
}

/** Amounts in their currencies: `¥128.00、JP¥500`; `—` for none. */
export function revenueText(revenue: Readonly<Record<string, number>>): string {
  const amounts = Object.entries(revenue).map(([currency, minor]) => formatMoney(minor, currency))
  return amounts.length === 0 ? '—' : amounts.join('、')
}

/** The kinds with what their groups brought, then the sum. */
export function kindRows(outcome: Outcome): Row[] {
  return [
    ...outcome.kinds.map(({ kind, isRecommended, totals }) => ({
      kind: groupKinds[kind],
      recommended: isRecommended ? '建议' : '没建议',
      ...totalCells(totals),
    })),
    { kind: '合计', recommended: '', ...totalCells(outcome.totals) },
  ]
}

export function groupRows(outcome: Outcome): Row[] {
  return outcome.groups.map(group => ({
    name: group.name,
    kind: groupKinds[group.kind],
    recommended: group.isRecommended ? '建议' : '没建议',
    state: groupStates[group.state],
    opened: group.openedAt === null ? '没开放' : formatInstant(group.openedAt),
    days: group.daysLived === null ? '—' : `${group.daysLived} 天`,
    members: group.members,
    joined: group.joined,
    orders: group.orders,
    revenue: revenueText(group.revenue),
  }))
}

function totalCells(totals: Outcome['totals']): Row {
  return {
    groups: totals.groups,
    alive: totals.alive,
    members: totals.members,
    joined: totals.joined,
    orders: totals.orders,
    revenue: revenueText(totals.revenue),
  }
}

/** What the comparison says of the advice. */
export function summaryOf(outcome: Outcome): string {
  const against = outcome.kinds.filter(({ isRecommended, totals }) => !isRecommended && totals.groups > 0)
  const without = outcome.kinds.filter(({ isRecommended, totals }) => isRecommended && totals.groups === 0)
  const parts: string[] = []
  if (against.length > 0) parts.push(`没建议也建了：${namesOf(against)}`)
  if (without.length > 0) parts.push(`建议了还没建：${namesOf(without)}`)
  return parts.length === 0 ? '建的都是建议的群。' : `${parts.join('；')}。`
}

function namesOf(kinds: Outcome['kinds']): string {
  return kinds.map(({ kind }) => groupKinds[kind]).join('、')
}
