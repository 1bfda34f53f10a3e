import type { CalendarEntry } from './entries'
import { dateText } from './period'

/** Which other pushes will not be sent after a move that would have been before; empty for none. */
export function consequencesOf(
  before: readonly CalendarEntry[],
  after: readonly CalendarEntry[],
  movedId: string,
): string {
  const sentBefore = new Set(before.filter(({ state }) => state === 'WillSend').map(({ key }) => key))
  const lost = after.filter(entry => entry.state === 'WillSkip' && sentBefore.has(entry.key) && entry.key !== movedId)
  if (lost.length === 0) return ''
  const named = lost.map(entry => `${entry.group.name} ${dateText(entry.date)} ${entry.time}（${entry.reason ?? ''}）`)
  return `因此另外 ${lost.length} 条不会发：${named.join('、')}。`
}
