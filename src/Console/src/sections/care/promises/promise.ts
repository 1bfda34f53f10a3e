import type { Schemas } from '@/api/client'

export type PromiseSummary = Schemas['PromiseSummaryView']
export type BrandPromise = Schemas['PromiseView']
export type PromisedUnit = Schemas['PromisedUnitView']

/** A unit of a draft; `key` stays while others are added and removed. */
export interface UnitDraft {
  key: number
  title: string
  /** ISO 8601; empty before it is chosen. */
  dueAt: string
  quantity: number
}

export interface PromiseDraft {
  groupId: string
  kind: Schemas['PromiseKind']
  units: UnitDraft[]
}

/** A new unit; it is due a week after the last one. */
export function nextUnit(units: readonly UnitDraft[]): UnitDraft {
  const last = units.at(-1)
  const dueAt = last === undefined || last.dueAt === '' ? '' : weekAfter(last.dueAt)
  return { key: Math.max(0, ...units.map(({ key }) => key)) + 1, title: '', dueAt, quantity: 1 }
}

const WEEK_MS = 7 * 24 * 3_600_000

function weekAfter(instant: string): string {
  return new Date(Date.parse(instant) + WEEK_MS).toISOString()
}

/** What is not chosen is left out, so that the API says which is missing. */
export function toRequest({ groupId, kind, units }: PromiseDraft): Schemas['CreatePromiseRequest'] {
  return {
    groupId: groupId || undefined,
    kind,
    units: units.map(({ title, dueAt, quantity }) => ({ title: title.trim(), dueAt: dueAt || undefined, quantity })),
  } as Schemas['CreatePromiseRequest']
}

export type UnitState = 'open' | 'soon' | 'missed' | 'kept' | 'late'

/** How a unit stands: it is soon due once its owner was alerted. */
export function unitStateOf(unit: Pick<PromisedUnit, 'deliveredAt' | 'late' | 'alertedAt'>): UnitState {
  const { deliveredAt, late, alertedAt } = unit
  if (deliveredAt !== null) return late ? 'late' : 'kept'
  if (late) return 'missed'
  return alertedAt === null ? 'open' : 'soon'
}

/** The unit takes a gain of a member: it is to learn, was delivered, and asked for. */
export function takesGain(unit: Pick<PromisedUnit, 'gainUrl'>): boolean {
  return unit.gainUrl !== null
}

/** The mean and the answers of those who were asked. Of two sources the one with more answers counts. */
export function gainText({ asked, answered, mean, onPage, byStaff }: Schemas['GainView']): string {
  if (mean === null) return `问了 ${asked} 人，还没有回答`
  const parts =
    onPage.answered > 0 && byStaff.answered > 0
      ? `；页面 ${onPage.answered} 个、录入 ${byStaff.answered} 个，算多的一边`
      : ''
  return `${mean} 分（${answered} 个回答，问了 ${asked} 人${parts}）`
}

/** By what is due next, so what was missed comes first; what is wholly delivered comes last. */
export function sortPromises(promises: readonly PromiseSummary[]): PromiseSummary[] {
  const due = ({ nextDueAt }: PromiseSummary) => (nextDueAt === null ? Infinity : Date.parse(nextDueAt))
  return [...promises].sort((a, b) => due(a) - due(b) || Date.parse(b.createdAt) - Date.parse(a.createdAt))
}
