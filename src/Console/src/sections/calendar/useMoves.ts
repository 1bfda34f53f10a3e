import { type InjectionKey, nextTick, shallowRef } from 'vue'
import { useNow } from '@/api/clock'
import type { Schemas } from '@/api/client'
import { toProblem } from '@/api/problem'
import { formatInstant } from '@/shared/format'
import { translateReason } from '@/shared/reasons'
import type { CalendarEntry } from './entries'
import { forecastOf } from './forecast'
import { consequencesOf } from './moveConsequences'
import { refusalOf, type Shift, shift } from './moves'
import { usePushCommand } from './pushCommands'

export interface Proposal {
  entry: CalendarEntry
  /** ISO 8601. */
  at: string
  refusal: string | null
  /** Where the pointer is; null for keys. */
  pointer: { x: number; y: number } | null
}

export interface MoveNotice {
  type: 'success' | 'warning' | 'error'
  text: string
  detail: string
  pushId: string
  /** The instant before the move; null where there is nothing to undo. */
  undoTo: string | null
}

export type Moves = ReturnType<typeof useMoves>
export const movesKey: InjectionKey<Moves> = Symbol('moves')

/** Moves of pushes: proposed by pointer or keys, then confirmed or cancelled. `entriesOf` gives what is shown. */
export function useMoves(entriesOf: () => readonly CalendarEntry[]) {
  const { now } = useNow()
  const { mutateAsync } = usePushCommand()
  const proposal = shallowRef<Proposal | null>(null)
  const notice = shallowRef<MoveNotice | null>(null)
  const busyKey = shallowRef('')

  function propose(entry: CalendarEntry, at: string, pointer: Proposal['pointer'] = null): void {
    proposal.value = { entry, at, refusal: refusalOf(at, now.value), pointer }
  }

  function proposeShift(entry: CalendarEntry, { days, minutes }: Shift): void {
    const current = proposal.value?.entry.key === entry.key ? proposal.value.at : (entry.push?.plannedAt ?? entry.at)
    propose(entry, shift(current, days, minutes))
  }

  function cancel(): void {
    proposal.value = null
  }

  async function confirm(): Promise<void> {
    const proposed = proposal.value
    const push = proposed?.entry.push
    if (!proposed || !push || proposed.refusal !== null) return
    cancel()
    if (Date.parse(proposed.at) !== Date.parse(push.plannedAt)) await move(push.id, proposed.at, push.plannedAt)
  }

  async function move(pushId: string, at: string, undoTo: string | null): Promise<void> {
    busyKey.value = pushId
    const before = entriesOf()
    try {
      const moved = await mutateAsync({ pushId, command: 'move', body: { at } })
      const told = `${undoTo === null ? '已移回' : '已移到'} ${formatInstant(moved.plannedAt, now.value)}`
      notice.value = { type: 'success', text: told, detail: '', pushId, undoTo }
      const detail = [await skipText(moved), consequencesOf(before, entriesOf(), pushId)].filter(text => text !== '')
      if (detail.length > 0) {
        notice.value = { type: 'warning', text: told, detail: detail.join(' '), pushId, undoTo }
      }
    } catch (error) {
      notice.value = { type: 'error', text: '没有移动', detail: refusalText(error), pushId, undoTo: null }
    } finally {
      busyKey.value = ''
    }
    await focusPush(pushId)
  }

  async function undo(): Promise<void> {
    const undone = notice.value
    if (undone?.undoTo) await move(undone.pushId, undone.undoTo, null)
  }

  return { proposal, notice, busyKey, propose, proposeShift, cancel, confirm, undo }
}

// The move is accepted all the same: the guards decide when the push is due.
async function skipText(push: Schemas['PushView']): Promise<string> {
  const forecast = push.state === 'Planned' ? await forecastOf(push).catch(() => null) : null
  return forecast?.outcome === 'WillSkip' ? `按现在的规则到时不会发：${forecast.reason ?? ''}。` : ''
}

function refusalText(error: unknown): string {
  const { errors, title } = toProblem(error)
  const reasons = Object.values(errors).flat().map(translateReason)
  return reasons.length > 0 ? reasons.join('；') : title
}

// The card of a moved push is another element.
async function focusPush(pushId: string): Promise<void> {
  await nextTick()
  document.querySelector<HTMLElement>(`[data-entry="${CSS.escape(pushId)}"]`)?.focus()
}
