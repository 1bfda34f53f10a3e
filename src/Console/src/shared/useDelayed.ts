import { onScopeDispose, ref } from 'vue'

const UNDO_MS = 5_000

/**
 * Changes that cannot be taken back at the API wait some seconds, in which `undo` drops them. Those that still wait
 * when the page is left are made at once.
 */
export function useDelayed(change: (id: string) => void, delayMs = UNDO_MS) {
  const waiting = ref(new Map<string, number>())

  function start(id: string): void {
    if (waiting.value.has(id)) return
    waiting.value.set(id, window.setTimeout(() => finish(id), delayMs))
  }

  function undo(id: string): void {
    window.clearTimeout(waiting.value.get(id))
    waiting.value.delete(id)
  }

  function finish(id: string): void {
    undo(id)
    change(id)
  }

  function flush(): void {
    for (const id of [...waiting.value.keys()]) finish(id)
  }

  window.addEventListener('pagehide', flush)
  onScopeDispose(() => {
    window.removeEventListener('pagehide', flush)
    flush()
  })
  return { start, undo, isWaiting: (id: string) => waiting.value.has(id) }
}
