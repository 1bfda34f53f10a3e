import type { Schemas } from '@/api/client'
import { cronOf, weeklyOf } from '../cron'

type Slot = Schemas['PushSlotBody']
type SlotInput = Schemas['PushSlotBodyInput']
type TriggerInput = Schemas['PushTriggerBodyInput']

export type Recurrence = 'weekly' | 'cron' | 'rrule' | 'lunar'

/** A slot as the form holds it; fields of other kinds keep what was typed. */
export interface SlotDraft {
  id: string
  type: string
  recurrence: Recurrence
  /** From 1 (Monday) to 7; none means every day. */
  weekdays: number[]
  time: string
  day: number
  instant: string | null
  cron: string
  rrule: string
  lunar: { month: number; day: number; leapMonth: boolean }
  until: string | null
  anchor: 'campaignId' | 'conversionId'
  anchorId: string
  to: string
  days: number
  holiday: Schemas['HolidayRule']
  source: 'draw' | 'content'
  content: string
  drawKind: Schemas['ContentKind']
  drawTags: string[]
  /** Null for the default of the brand. */
  latenessMinutes: number | null
  missed: Schemas['MissedPushPolicy']
}

export function newSlot(number: number): SlotDraft {
  return {
    id: `s${number}`,
    type: 'Recurring',
    recurrence: 'weekly',
    weekdays: [],
    time: '20:00',
    day: 1,
    instant: null,
    cron: '',
    rrule: '',
    lunar: { month: 1, day: 1, leapMonth: false },
    until: null,
    anchor: 'campaignId',
    anchorId: '',
    to: 'closesAt',
    days: 0,
    holiday: 'Run',
    source: 'draw',
    content: '',
    drawKind: 'Useful',
    drawTags: [],
    latenessMinutes: null,
    missed: 'Skip',
  }
}

/** An id that no other slot of the plan has. */
export function addSlot(slots: readonly SlotDraft[]): SlotDraft {
  const ids = new Set(slots.map(({ id }) => id))
  let number = slots.length + 1
  while (ids.has(`s${number}`)) number++
  return newSlot(number)
}

export function slotDraftOf(slot: Slot): SlotDraft {
  const { at, draw } = slot
  const draft = newSlot(1)
  const weekly = at?.cron == null ? null : weeklyOf(at.cron)
  return {
    ...draft,
    id: slot.id ?? '',
    type: at?.type ?? draft.type,
    recurrence: recurrenceOf(at, weekly !== null),
    weekdays: weekly?.weekdays ?? [],
    time: weekly?.time ?? at?.time ?? draft.time,
    day: at?.day ?? draft.day,
    instant: at?.instant ?? null,
    cron: at?.cron ?? '',
    rrule: at?.rrule ?? '',
    lunar: { ...draft.lunar, ...defined(at?.lunar) },
    until: at?.until ?? null,
    anchor: at?.conversionId == null ? 'campaignId' : 'conversionId',
    anchorId: at?.campaignId ?? at?.conversionId ?? '',
    to: at?.to ?? draft.to,
    days: at?.days ?? 0,
    holiday: (slot.holiday as Schemas['HolidayRule'] | null) ?? 'Run',
    source: slot.content === null ? 'draw' : 'content',
    content: slot.content ?? '',
    drawKind: (draw?.kind as Schemas['ContentKind'] | null | undefined) ?? draft.drawKind,
    drawTags: [...(draw?.tags ?? [])],
    latenessMinutes: minutesOf(slot.lateness),
    missed: (slot.missed as Schemas['MissedPushPolicy'] | null) ?? 'Skip',
  }
}

function recurrenceOf(at: Slot['at'], isWeekly: boolean): Recurrence {
  if (at?.rrule != null) return 'rrule'
  if (at?.lunar != null) return 'lunar'
  return at?.cron != null && !isWeekly ? 'cron' : 'weekly'
}

function defined(lunar: Schemas['LunarDayBody'] | null | undefined): Partial<SlotDraft['lunar']> {
  if (!lunar) return {}
  return { month: lunar.month ?? 1, day: lunar.day ?? 1, leapMonth: lunar.leapMonth }
}

/** `PT2H` is 120; null without a duration. */
export function minutesOf(lateness: string | null): number | null {
  const match = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:\d+S)?)?$/.exec(lateness ?? '')
  if (match === null) return null
  const [days = 0, hours = 0, minutes = 0] = match.slice(1).map(part => Number(part ?? 0))
  return (days * 24 + hours) * 60 + minutes
}

export function slotInputOf(draft: SlotDraft): SlotInput {
  return {
    id: draft.id.trim(),
    at: triggerOf(draft),
    holiday: draft.holiday,
    missed: draft.missed,
    lateness: draft.latenessMinutes === null ? null : `PT${draft.latenessMinutes}M`,
    ...(draft.source === 'content'
      ? { content: draft.content }
      : { draw: { kind: draft.drawKind, tags: draft.drawTags } }),
  }
}

function triggerOf(draft: SlotDraft): TriggerInput {
  const { type, time, day } = draft
  switch (type) {
    case 'DayOffset':
    case 'Cohort':
      return { type, day, time }
    case 'Once':
      return { type, instant: draft.instant }
    case 'Relative':
      return { type, [draft.anchor]: draft.anchorId || null, to: draft.to, days: draft.days, time }
    default:
      return { type, ...recurringOf(draft), until: draft.until }
  }
}

function recurringOf(draft: SlotDraft): Partial<TriggerInput> {
  switch (draft.recurrence) {
    case 'cron':
      return { cron: draft.cron.trim() }
    case 'rrule':
      return { rrule: draft.rrule.trim(), time: draft.time }
    case 'lunar':
      return { lunar: draft.lunar, time: draft.time }
    default:
      return { cron: cronOf(draft) }
  }
}
