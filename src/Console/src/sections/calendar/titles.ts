import type { Schemas } from '@/api/client'
import type { CalendarEntry } from './entries'
import { dateText } from './period'
import { contentKindText, stepText } from './words'

type Contents = ReadonlyMap<string, Schemas['ContentView']>

/** What an entry says: the text of its item, else what its slot draws. */
export function titleOf(entry: CalendarEntry, contents: Contents): string {
  if (entry.kind !== 'Push') return stepText(entry.what) + (entry.count > 1 ? `（${entry.count} 人）` : '')
  const text = contents.get(entry.what)?.variants[0]
  if (text !== undefined) return text.replaceAll('{group}', entry.group.name).replaceAll('{date}', dateText(entry.date))
  return entry.slot === null ? entry.what : drawText(entry.slot)
}

/** `有用 · 周一话题`: what a slot draws; else the id of its item. */
export function drawText(slot: Schemas['PushSlotBody']): string {
  if (slot.draw === null) return slot.content ?? slot.id ?? ''
  return [contentKindText(slot.draw.kind), ...(slot.draw.tags ?? [])].join(' · ')
}
