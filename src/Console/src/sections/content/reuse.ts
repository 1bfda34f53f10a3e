import type { Schemas } from '@/api/client'
import { addDays, brandDate } from '@/shared/format'

type Push = Schemas['PushView']

export interface Reuse {
  /** How often it was sent to the group in the days that were read. */
  count: number
  lastAt: string | null
  nextPlannedAt: string | null
  /** The first local date on which the group may get it again; null where it may today. */
  againOn: string | null
}

const WAITING = new Set<Push['state']>(['Planned', 'Held', 'Queued', 'AwaitingStaff'])

/** When a group got an item, and when it may again: `reuseDays` calendar days after the last time. */
export function reuseOf(pushes: readonly Push[], contentId: string, reuseDays: number, today: string): Reuse {
  const own = pushes.filter(push => push.contentId === contentId)
  const sent = own.flatMap(push => (push.state === 'Sent' ? (push.sentAt ?? push.plannedAt) : [])).sort(byTime)
  const planned = own.filter(push => WAITING.has(push.state)).map(push => push.plannedAt).sort(byTime)
  const last = planned.at(-1) ?? sent.at(-1)
  const againOn = last === undefined ? null : addDays(brandDate(last), reuseDays)
  return {
    count: sent.length,
    lastAt: sent.at(-1) ?? null,
    nextPlannedAt: planned[0] ?? null,
    againOn: againOn !== null && againOn > today ? againOn : null,
  }
}

function byTime(a: string, b: string): number {
  return Date.parse(a) - Date.parse(b)
}
