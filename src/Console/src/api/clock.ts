import { readonly, ref } from 'vue'
import { callLocal, type LocalClock } from './localClock'

const TICK_MS = 1_000
// A virtual clock stands still until it is moved.
const VIRTUAL_POLL_MS = 3_000

const now = ref(new Date())
const isVirtual = ref(false)

/** The time of the server: on the local runtime it may be virtual. */
export function useNow() {
  return { now: readonly(now), isVirtual: readonly(isVirtual) }
}

/** The same time for code that is not to run again with each second. */
export function currentTime(): Date {
  return isVirtual.value ? now.value : new Date()
}

/** Follows the clock of the browser, or the virtual clock of the local runtime once it was read. */
export function startClock(): void {
  setInterval(() => {
    if (!isVirtual.value) now.value = new Date()
  }, TICK_MS)
  setInterval(() => {
    if (isVirtual.value) void readServerClock()
  }, VIRTUAL_POLL_MS)
}

/** Reads the clock of the local runtime; elsewhere there is none, and nothing changes. It needs a session. */
export async function readServerClock(): Promise<void> {
  const clock = await fetchClock()
  if (!clock?.virtual) return
  isVirtual.value = true
  if (new Date(clock.now).getTime() !== now.value.getTime()) now.value = new Date(clock.now)
}

async function fetchClock(): Promise<LocalClock | null> {
  try {
    const response = await callLocal('/local/clock')
    return response.ok ? ((await response.json()) as LocalClock) : null
  } catch {
    return null
  }
}
