import type { Schemas } from '@/api/client'
import { brandDate } from '@/shared/format'

export type EntryKind = 'push' | 'conversion' | 'flash-sale'

export interface TimelineEntry {
  key: string
  at: string
  kind: EntryKind
  what: string
  /** Groups in which it happens; null where the list does not tell them. */
  groupIds: string[]
  groupCount: number
  /** How many of its pushes are in each state. */
  states: Map<string, number>
  link: string | null
}

type Push = Pick<Schemas['PushView'], 'id' | 'plannedAt' | 'contentId' | 'groupId' | 'state'>
type Conversion = Pick<Schemas['ConversionListView'], 'id' | 'product' | 'linkAt' | 'closesAt' | 'groups' | 'nextAt'>
type FlashSale = Pick<Schemas['FlashSaleView'], 'id' | 'name' | 'opensAt' | 'closesAt' | 'waves' | 'groups'>

/** What happens on a day of the brand, in order of time. Pushes of one item at one instant are one entry. */
export function buildTimeline(
  day: string,
  pushes: readonly Push[],
  conversions: readonly Conversion[],
  sales: readonly FlashSale[],
): TimelineEntry[] {
  return [...ofPushes(pushes), ...conversions.flatMap(ofConversion), ...sales.flatMap(ofSale)]
    .filter(entry => brandDate(entry.at) === day)
    .sort((a, b) => new Date(a.at).getTime() - new Date(b.at).getTime())
}

function ofPushes(pushes: readonly Push[]): TimelineEntry[] {
  const entries = new Map<string, TimelineEntry>()
  for (const push of pushes) {
    const key = `push-${new Date(push.plannedAt).getTime()}-${push.contentId ?? ''}`
    const entry = entries.get(key) ?? {
      key,
      at: push.plannedAt,
      kind: 'push',
      what: push.contentId ?? '素材未定',
      groupIds: [],
      groupCount: 0,
      states: new Map<string, number>(),
      link: push.contentId === null ? null : `/content/${push.contentId}`,
    }
    entry.groupIds.push(push.groupId)
    entry.groupCount++
    entry.states.set(push.state, (entry.states.get(push.state) ?? 0) + 1)
    entries.set(key, entry)
  }
  return [...entries.values()]
}

function ofConversion({ id, product, linkAt, closesAt, groups, nextAt }: Conversion): TimelineEntry[] {
  const steps: [string | null, string][] = [
    [linkAt, '发链接'],
    [closesAt, '收尾'],
  ]
  if (nextAt !== null && nextAt !== linkAt && nextAt !== closesAt) steps.push([nextAt, '下一步'])
  return steps.flatMap(([at, step]) =>
    at === null ? [] : [entryOf('conversion', id, at, `${product} · ${step}`, groups)],
  )
}

function ofSale({ id, name, opensAt, closesAt, waves, groups }: FlashSale): TimelineEntry[] {
  const steps: [string, string][] = [
    [opensAt, '开场'],
    ...waves.map(({ at }, index): [string, string] => [at, `第 ${index + 1} 波`]),
    [closesAt, '收尾'],
  ]
  return steps.map(([at, step]) => entryOf('flash-sale', id, at, `${name} · ${step}`, groups.length))
}

function entryOf(kind: EntryKind, id: string, at: string, what: string, groupCount: number): TimelineEntry {
  const path = kind === 'conversion' ? 'conversions' : 'flash-sales'
  return {
    key: `${kind}-${id}-${at}-${what}`,
    at,
    kind,
    what,
    groupIds: [],
    groupCount,
    states: new Map(),
    link: `/campaigns/${path}/${id}`,
  }
}
