import { callLocal, type LocalClock } from '@/api/localClock'
import { ApiProblem, readProblem } from '@/api/problem'
import { useSession } from '@/api/session'

export type Clock = LocalClock

export interface DueItem {
  kind: 'timer' | 'queue' | 'orchestration'
  name: string
  at: string
  why: string
}

/** The clock of the local runtime; null elsewhere, where there is none. */
export async function readClock(): Promise<Clock | null> {
  try {
    return (await send('GET', '/local/clock')) as Clock
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 404) return null
    throw error
  }
}

/** What is due next, in order of time. */
export async function readDue(): Promise<DueItem[]> {
  return ((await send('GET', '/local/due')) as { due: DueItem[] }).due
}

/** Moves the virtual clock; answers when everything due by then has run. */
export async function moveClock(to: Date): Promise<Clock> {
  return (await send('POST', '/local/clock', { to: to.toISOString() })) as Clock
}

async function send(method: string, path: `/local/${string}`, body?: unknown): Promise<unknown> {
  const csrfToken = useSession().session.value?.csrfToken
  const headers = new Headers({ 'content-type': 'application/json' })
  if (csrfToken !== undefined) headers.set('x-csrf-token', csrfToken)
  const response = await callLocal(path, { method, headers, body: JSON.stringify(body) })
  if (!response.ok) throw await readProblem(response)
  return response.json()
}
