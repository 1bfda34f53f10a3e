import type { Schemas } from '@/api/client'
import { formatTime } from '@/shared/format'
import { timesOfCron } from './cron'

type Plan = Schemas['PushPlanView']
type Slot = Schemas['PushSlotBody']

export interface PlanSlot {
  plan: Plan
  slot: Slot
}

interface Told {
  item: Schemas['CalendarItem']
  push: Schemas['PushView'] | null
  group: Schemas['GroupView']
  content: Schemas['ContentView'] | undefined
}

/** The slot that an entry comes from: known for a stored push, else that which fits item and time. */
export function slotOf({ item, push, group, content }: Told, plans: readonly Plan[]): PlanSlot | null {
  if (push !== null) {
    const plan = plans.find(({ id }) => id === push.planId)
    const slot = plan?.slots.find(({ id }) => id === push.slotId)
    return plan === undefined || slot === undefined ? null : { plan, slot }
  }
  const fitting = plans
    .filter(plan => appliesTo(plan, group))
    .flatMap(plan => plan.slots.filter(slot => brings(slot, item.what, content)).map(slot => ({ plan, slot })))
  const time = formatTime(item.at)
  return fitting.find(({ slot }) => timesOf(slot).includes(time)) ?? fitting[0] ?? null
}

/** A plan applies to groups by id, kind or tag, and never to a flash group. */
export function appliesTo(plan: Plan, group: Schemas['GroupView']): boolean {
  if (group.kind === 'Flash') return false
  return (
    plan.groupIds.includes(group.id) ||
    plan.kinds.includes(group.kind) ||
    plan.tags.some(tag => group.tags.includes(tag))
  )
}

function brings(slot: Slot, what: string, content: Schemas['ContentView'] | undefined): boolean {
  if (slot.id === what || slot.content === what) return true
  const { draw } = slot
  if (draw === null || content === undefined) return false
  return draw.kind === content.kind && (draw.tags ?? []).every(tag => content.tags.includes(tag))
}

function timesOf({ at }: Slot): string[] {
  if (at === null) return []
  if (at.instant !== null) return [formatTime(at.instant)]
  return at.cron === null ? [at.time ?? ''] : timesOfCron(at.cron)
}
