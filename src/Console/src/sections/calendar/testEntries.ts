import type { Schemas } from '@/api/client'
import { testGroup } from '@/sections/groups/testGroup'
import type { CalendarEntry } from './entries'

export function group(id: string, kind: Schemas['GroupKind']): Schemas['GroupView'] {
  return testGroup(id, { kind })
}

export function push(id: string, parts: Partial<Schemas['PushView']>): Schemas['PushView'] {
  return {
    id,
    planId: 'plan',
    slotId: 's1',
    groupId: 'vip',
    contentId: null,
    variant: null,
    plannedAt: '2026-12-01T12:00:00+08:00',
    notBefore: null,
    state: 'Planned',
    cause: null,
    guard: null,
    reason: null,
    sentAt: null,
    late: null,
    remindedAt: null,
    deliveryKey: null,
    recall: null,
    changes: [],
    ...parts,
  }
}

export function entry(of: Schemas['GroupView'], parts: Partial<CalendarEntry>): CalendarEntry {
  return {
    key: 'p1',
    group: of,
    at: '2026-12-01T12:00:00+08:00',
    date: '2026-12-01',
    time: '12:00',
    kind: 'Push',
    what: 's1',
    state: 'WillSend',
    reason: null,
    push: null,
    plan: null,
    slot: null,
    contentKind: null,
    count: 1,
    ...parts,
  }
}
