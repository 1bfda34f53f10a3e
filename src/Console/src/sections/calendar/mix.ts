import type { Schemas } from '@/api/client'
import type { CalendarEntry } from './entries'

type Group = Schemas['GroupView']
type Limits = Schemas['GroupPushLimitsOutput']
type Kind = Schemas['ContentKind']

export const mixKinds: readonly Kind[] = ['Promotion', 'Useful', 'Fun', 'Scarce']

// The defaults of the brand; the API tells only what a group has for itself.
const PROMOTION_PERCENT: Readonly<Record<Schemas['GroupKind'], number>> = {
  NewBuyer: 30,
  SuperUser: 20,
  Delivery: 10,
  Flash: 100,
}
const PER_DAY = 3

const NOT_SENT = new Set(['WillSkip', 'Skipped', 'Missed', 'Failed', 'Ended', 'Held'])

/** True for a message that counts for the limits of its group: pushes and the messages of conversions. */
function isCounted(entry: CalendarEntry): boolean {
  return (entry.kind === 'Push' || entry.kind === 'Conversion') && !NOT_SENT.has(entry.state)
}

export interface GroupMix {
  group: Group
  total: number
  counts: Readonly<Record<Kind, number>>
  /** From 0 to 1, of each kind. */
  shares: Readonly<Record<Kind, number>>
  /** The largest share of promotions, from 0 to 1. */
  limit: number
  isOwnLimit: boolean
}

/** What is sent to each group in the period by kind; the link of a conversion is a promotion. */
export function mixOf(
  entries: readonly CalendarEntry[],
  groups: readonly Group[],
  limits: ReadonlyMap<string, Limits>,
): GroupMix[] {
  return groups.flatMap(group => {
    const kinds = entries.filter(entry => entry.group.id === group.id && isCounted(entry)).flatMap(kindOf)
    if (kinds.length === 0) return []
    const byKind = fill(kind => kinds.filter(found => found === kind).length)
    const own = limits.get(group.id)?.promotionPercent ?? null
    return {
      group,
      total: kinds.length,
      counts: byKind,
      shares: fill(kind => byKind[kind] / kinds.length),
      limit: (own ?? PROMOTION_PERCENT[group.kind]) / 100,
      isOwnLimit: own !== null,
    }
  })
}

function fill(valueOf: (kind: Kind) => number): Record<Kind, number> {
  return {
    Promotion: valueOf('Promotion'),
    Useful: valueOf('Useful'),
    Fun: valueOf('Fun'),
    Scarce: valueOf('Scarce'),
  }
}

function kindOf(entry: CalendarEntry): Kind[] {
  if (entry.kind === 'Conversion') return entry.what.endsWith(': link') ? ['Promotion'] : []
  return entry.contentKind === null ? [] : [entry.contentKind]
}

// The rule looks at ten messages; among fewer, one promotion is always allowed.
export function isOverLimit({ counts, total, limit }: GroupMix): boolean {
  return counts.Promotion > Math.max(1, Math.floor(limit * total))
}

export interface QuotaUse {
  group: Group
  day: string
  used: number
  limit: number
}

/** How many messages each group gets on each day, and how many it may get. */
export function quotaOf(
  entries: readonly CalendarEntry[],
  groups: readonly Group[],
  days: readonly string[],
  limits: ReadonlyMap<string, Limits>,
): QuotaUse[] {
  const counted = entries.filter(isCounted)
  return groups.flatMap(group => {
    const limit = limits.get(group.id)?.perDay ?? PER_DAY
    return days.map(day => ({
      group,
      day,
      used: counted.filter(entry => entry.group.id === group.id && entry.date === day).length,
      limit,
    }))
  })
}
