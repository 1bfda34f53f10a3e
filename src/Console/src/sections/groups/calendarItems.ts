import type { Schemas } from '@/api/client'
import { stepLabel } from '@/shared/messageSteps'

export interface CalendarLine extends Omit<Schemas['CalendarItem'], 'at'> {
  at: string
  /** How many items say the same, such as one reminder for each newcomer. */
  count: number
}

/** Equal items at one instant become one line. */
export function joinEqual(items: readonly Schemas['CalendarItem'][]): CalendarLine[] {
  const lines = new Map<string, CalendarLine>()
  for (const item of items) {
    const key = JSON.stringify([new Date(item.at).getTime(), item.kind, item.what, item.state, item.reason])
    const line = lines.get(key)
    if (line === undefined) lines.set(key, { ...item, count: 1 })
    else line.count++
  }
  return [...lines.values()]
}

/** `明前龙井: warm-up` is told as `明前龙井：预热`. */
export function titleOf(what: string): string {
  const [, name, step = what] = /^([\s\S]*): ([a-z-]+(?:-\d+)?)$/.exec(what) ?? []
  return name === undefined ? stepLabel(step) : `${name}：${stepLabel(step)}`
}
