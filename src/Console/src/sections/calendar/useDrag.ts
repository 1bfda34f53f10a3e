import { onScopeDispose } from 'vue'
import type { CalendarEntry } from './entries'
import { onDate, STEP_MINUTES } from './moves'
import type { Moves } from './useMoves'

// Less is the trembling of a click.
const STARTS_AT_PX = 6
/** How far up or down the pointer goes for one step of the time. */
const STEP_PX = 10
// Less keeps the time, so that a push can be drawn to another day without aiming.
const KEEPS_TIME_PX = 15

/** Minutes for the way of a pointer up or down. */
export function minutesOf(pixels: number): number {
  if (Math.abs(pixels) < KEEPS_TIME_PX) return 0
  return Math.trunc((pixels - Math.sign(pixels) * (KEEPS_TIME_PX - STEP_PX)) / STEP_PX) * STEP_MINUTES
}

/** Draws an entry by mouse or pen over the elements with `data-date`; a finger scrolls. */
export function useDrag(
  entryOf: () => CalendarEntry,
  movesOf: () => Moves | undefined,
  isTimed: () => boolean,
) {
  let origin: { x: number; y: number } | null = null
  let isDragging = false
  let isClickDue = false

  function start(event: PointerEvent): void {
    isClickDue = false
    if (event.button !== 0 || event.pointerType === 'touch' || movesOf() === undefined) return
    origin = { x: event.clientX, y: event.clientY }
    window.addEventListener('pointermove', follow)
    window.addEventListener('pointerup', drop)
    window.addEventListener('pointercancel', stop)
    window.addEventListener('keydown', stopByKey, { capture: true })
  }

  function follow(event: PointerEvent): void {
    if (origin === null) return
    const [dx, dy] = [event.clientX - origin.x, event.clientY - origin.y]
    if (!isDragging && Math.hypot(dx, dy) < STARTS_AT_PX) return
    isDragging = true
    event.preventDefault()
    const date = dateAt(event)
    const entry = entryOf()
    const at = entry.push?.plannedAt ?? entry.at
    if (date === undefined) movesOf()?.cancel()
    else movesOf()?.propose(
      entry, onDate(at, date, isTimed() ? minutesOf(dy) : 0), { x: event.clientX, y: event.clientY })
  }

  function drop(): void {
    isClickDue = isDragging
    const moves = movesOf()
    end()
    if (!isClickDue || moves === undefined) return
    if (moves.proposal.value?.refusal === null) void moves.confirm()
    else moves.cancel()
  }

  function stop(): void {
    isClickDue = isDragging
    movesOf()?.cancel()
    end()
  }

  function stopByKey(event: KeyboardEvent): void {
    if (event.key === 'Escape' && isDragging) stop()
  }

  function end(): void {
    origin = null
    isDragging = false
    window.removeEventListener('pointermove', follow)
    window.removeEventListener('pointerup', drop)
    window.removeEventListener('pointercancel', stop)
    window.removeEventListener('keydown', stopByKey, { capture: true })
  }

  /** True once after a drag: the click that the browser sends is none. */
  function wasDragged(): boolean {
    const dragged = isClickDue
    isClickDue = false
    return dragged
  }

  onScopeDispose(end)
  return { start, wasDragged }
}

function dateAt(event: PointerEvent): string | undefined {
  const cell = document.elementFromPoint(event.clientX, event.clientY)?.closest<HTMLElement>('[data-date]')
  return cell?.dataset.date
}
