import type { Schemas } from '@/api/client'
import { brandDate } from '@/shared/format'

type Report = Schemas['RehearsalReport']
type MayBeAbsent = 'comparison' | 'sensitivity'

/** A report that was kept: the API refuses one without these parts. */
export type OpenReport = { [Part in Exclude<keyof Report, MayBeAbsent>]-?: NonNullable<Report[Part]> } & Pick<
  Report,
  MayBeAbsent
>

export type Figure = Schemas['RehearsalFigure']
export type Entry = Schemas['RehearsalEntry']
export type StaffHour = Schemas['RehearsalStaffHour']
export type Influence = Schemas['RehearsalInfluence']
export type Outcome = Schemas['RehearsalOutcomeView']
export type Scope = Schemas['RehearsalScope']

/** What is chosen of a time line; empty chooses all. */
export interface TimelineChoice {
  day: string
  groupId: string
  kind: string
}

export interface TimelineEntry {
  key: string
  day: string
  entry: Entry
}

/** The entries with their local days, in order of time. */
export function timelineOf(entries: readonly Entry[]): TimelineEntry[] {
  return entries
    .map((entry, index) => ({ key: String(index), day: brandDate(entry.at), entry }))
    .sort((a, b) => Date.parse(a.entry.at) - Date.parse(b.entry.at))
}

export function chosenOf(timeline: readonly TimelineEntry[], choice: TimelineChoice): TimelineEntry[] {
  const { day, groupId, kind } = choice
  return timeline.filter(
    item =>
      (day === '' || item.day === day) &&
      (groupId === '' || item.entry.groupId === groupId) &&
      (kind === '' || item.entry.kind === kind),
  )
}

/** The values of a list in their first order, each once, without what is absent. */
export function distinct(values: readonly (string | null)[]): string[] {
  return [...new Set(values.filter(value => value !== null))]
}

export interface StaffCell {
  person: number
  hour: number
  mean: number
  low: number
  high: number
}

export interface StaffDay {
  day: string
  /** Tasks and taps of all people on this day. */
  sum: number
}

/** The local days with something to do, in order. */
export function staffDaysOf(staff: readonly StaffHour[]): StaffDay[] {
  const sums = new Map<string, number>()
  for (const { hour, mean } of staff) {
    const day = brandDate(hour)
    sums.set(day, (sums.get(day) ?? 0) + mean)
  }
  return [...sums].map(([day, sum]) => ({ day, sum })).sort((a, b) => (a.day < b.day ? -1 : 1))
}

/** The day with the most to do; empty without any. */
export function busiestDay(days: readonly StaffDay[]): string {
  return [...days].sort((a, b) => b.sum - a.sum)[0]?.day ?? ''
}

/** Changes of one figure by assumption, the most influential first. */
export function tornadoOf(influences: readonly Influence[], figure: string): Influence[] {
  const width = ({ atLow, atHigh }: Influence) => Math.abs(atHigh - atLow)
  return influences.filter(influence => influence.figure === figure).sort((a, b) => width(b) - width(a))
}

export type Verdict = Schemas['RehearsalVerdict']

/** How often each verdict was given. */
export function countVerdicts(figures: readonly { verdict: Verdict }[]): ReadonlyMap<Verdict, number> {
  const counts = new Map<Verdict, number>()
  for (const { verdict } of figures) counts.set(verdict, (counts.get(verdict) ?? 0) + 1)
  return counts
}
