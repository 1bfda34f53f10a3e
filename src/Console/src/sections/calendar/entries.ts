import type { Schemas } from '@/api/client'
import { brandDate, formatTime } from '@/shared/format'
import { slotOf } from './slots'

type Group = Schemas['GroupView']
type Plan = Schemas['PushPlanView']
type Push = Schemas['PushView']
type Content = Schemas['ContentView']

/** What the API tells about one group in a period. */
export interface GroupPeriod {
  group: Group
  items: readonly Schemas['CalendarItem'][]
  pushes: readonly Push[]
}

export interface CalendarEntry {
  /** The id of its push; else made of what it is. Stays the same after a move. */
  key: string
  group: Group
  /** ISO 8601. */
  at: string
  /** In the brand's zone. */
  date: string
  time: string
  kind: string
  what: string
  state: string
  reason: string | null
  /** Null for what is no push, and for one that is further ahead than pushes are stored. */
  push: Push | null
  plan: Plan | null
  slot: Schemas['PushSlotBody'] | null
  contentKind: Schemas['ContentKind'] | null
  /** More than one where several members get the same message at the same time. */
  count: number
}

/** The entries of the groups in order of time, each push with what is stored about it. */
export function entriesOf(
  periods: readonly GroupPeriod[],
  plans: readonly Plan[],
  contents: ReadonlyMap<string, Content>,
): CalendarEntry[] {
  return periods
    .flatMap(period => merge(entriesOfGroup(period, plans, contents)))
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || a.key.localeCompare(b.key))
}

function entriesOfGroup(
  { group, items, pushes }: GroupPeriod,
  plans: readonly Plan[],
  contents: ReadonlyMap<string, Content>,
): CalendarEntry[] {
  const unclaimed = [...pushes]
  return items.map(item => {
    const content = contents.get(item.what)
    const push = item.kind === 'Push' ? claim(unclaimed, item) : null
    const found = item.kind === 'Push' ? slotOf({ item, push, group, content }, plans) : null
    const slot = found?.slot ?? null
    return {
      key: push?.id ?? `${group.id}|${item.kind}|${item.at}|${item.what}`,
      group,
      at: item.at,
      date: brandDate(item.at),
      time: formatTime(item.at),
      kind: item.kind,
      what: item.what,
      state: item.state,
      reason: item.reason,
      push,
      plan: found?.plan ?? null,
      slot,
      contentKind: content?.kind ?? ((slot?.draw?.kind as Schemas['ContentKind'] | undefined) ?? null),
      count: 1,
    }
  })
}

// A calendar names no push: it is the one of the same item or slot whose time is nearest, in a state that fits.
function claim(unclaimed: Push[], item: Schemas['CalendarItem']): Push | null {
  const at = Date.parse(item.at)
  const candidates = unclaimed
    .filter(push => isSame(push, item))
    .map(push => ({ push, distance: Math.min(...timesOf(push).map(time => Math.abs(time - at))) }))
    .filter(({ distance }) => distance < MINUTE_MS)
    .sort((a, b) => Number(isNamed(b.push, item)) - Number(isNamed(a.push, item)) || a.distance - b.distance)
  const found = candidates[0]?.push
  if (found === undefined) return null
  unclaimed.splice(unclaimed.indexOf(found), 1)
  return found
}

const MINUTE_MS = 60_000

function timesOf(push: Push): number[] {
  return [push.sentAt, push.plannedAt, push.notBefore].flatMap(time => (time === null ? [] : [Date.parse(time)]))
}

function isNamed(push: Push, { what }: Schemas['CalendarItem']): boolean {
  return push.slotId === what || push.contentId === what
}

function isSame(push: Push, item: Schemas['CalendarItem']): boolean {
  const isComing = item.state === 'WillSend' || item.state === 'WillSkip'
  if (isComing) return push.state === 'Planned' && (push.contentId === null || push.contentId === item.what)
  return push.state === item.state && (push.contentId ?? push.slotId) === item.what
}

function merge(entries: readonly CalendarEntry[]): CalendarEntry[] {
  const merged = new Map<string, CalendarEntry>()
  for (const entry of entries) {
    const minute = Math.floor(Date.parse(entry.at) / MINUTE_MS)
    const key = entry.kind === 'Push' ? entry.key : `${entry.key.split('|', 2).join('|')}|${minute}|${entry.what}`
    const before = merged.get(key)
    merged.set(key, before === undefined ? { ...entry, key } : { ...before, count: before.count + 1 })
  }
  return [...merged.values()]
}

/** True where the API lets the push be moved, and replaced. */
export function isMovable(entry: CalendarEntry): boolean {
  return entry.push !== null && (entry.push.state === 'Planned' || entry.push.state === 'Held')
}

export function entriesOn(entries: readonly CalendarEntry[], date: string, groupId?: string): CalendarEntry[] {
  return entries.filter(entry => entry.date === date && (groupId === undefined || entry.group.id === groupId))
}
