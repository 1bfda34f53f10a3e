import type { Schemas } from '@/api/client'
import { formatInstant } from '@/shared/format'

export type Violation = Schemas['ViolationView']
export type ViolationSummary = Schemas['ViolationSummaryView']

type State = Schemas['ViolationState']
type Query = { groupId?: string; memberId?: string; state?: State }

/** What is chosen of a list; empty chooses all. */
export interface ViolationChoice {
  groupId: string
  memberId: string
  state: string
}

/** The query of the API. */
export function queryOf({ groupId, memberId, state }: ViolationChoice): Query {
  return {
    groupId: groupId || undefined,
    memberId: memberId.trim() || undefined,
    state: (state || undefined) as Query['state'],
  }
}

export function isUndecided(state: State): boolean {
  return state === 'Proposed' || state === 'Appealed'
}

/** A warning can be decided too, when it was a mistake or is too little. */
export function mayDecide(state: State): boolean {
  return isUndecided(state) || state === 'Warned'
}

export function mayAppeal(state: State): boolean {
  return state === 'Warned' || state === 'Upheld'
}

/** Until when another violation is a repeat. */
export function countsText({ countsUntil }: Pick<Violation, 'countsUntil'>, now: Date): string {
  if (countsUntil === null) return '不计入以后的违规'
  const until = formatInstant(countsUntil, now)
  return Date.parse(countsUntil) <= now.getTime() ? `${until} 起不再计入` : `${until} 之前再犯算再次违规`
}
