import type { Schemas } from '@/api/client'
import { newSlot, type SlotDraft, slotDraftOf, slotInputOf } from './slotDraft'

export interface Audience {
  groupIds: string[]
  kinds: string[]
  tags: string[]
}

export interface PlanDraft extends Audience {
  id: string
  name: string
  startsOn: string | null
  slots: SlotDraft[]
}

export function newPlan(): PlanDraft {
  return { id: '', name: '', startsOn: null, groupIds: [], kinds: [], tags: [], slots: [newSlot(1)] }
}

export function draftOf(plan: Schemas['PushPlanView']): PlanDraft {
  return {
    id: plan.id,
    name: plan.name,
    startsOn: plan.startsOn,
    groupIds: [...plan.groupIds],
    kinds: [...plan.kinds],
    tags: [...plan.tags],
    slots: plan.slots.map(slotDraftOf),
  }
}

export function requestOf(draft: PlanDraft): Schemas['CreatePushPlanRequest'] {
  return {
    ...(draft.id.trim() !== '' && { id: draft.id.trim() }),
    name: draft.name.trim(),
    ...audienceOf(draft),
    ...(draft.startsOn !== null && { startsOn: draft.startsOn }),
    slots: draft.slots.map(slotInputOf),
  }
}

export function editOf(draft: PlanDraft): Schemas['EditPushPlanRequest'] {
  return { name: draft.name.trim(), ...audienceOf(draft), slots: draft.slots.map(slotInputOf) }
}

/** Empty lists are told as null, which an edit takes for none. */
export function audienceOf({ groupIds, kinds, tags }: Audience) {
  return {
    groupIds: groupIds.length === 0 ? null : groupIds,
    kinds: kinds.length === 0 ? null : kinds,
    tags: tags.length === 0 ? null : tags,
  }
}
