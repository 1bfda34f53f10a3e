import { computed, readonly, ref } from 'vue'
import { connectClient, type Schemas } from './client'
import { ApiProblem, readProblem } from './problem'
import { queryClient } from './query'

type Role = Schemas['OperatorRole']
type Session = Schemas['SessionView']

const ROLES: readonly Role[] = ['Viewer', 'Operator', 'Administrator']

const current = ref<Session | null>(null)
let whenSignedOut: () => void = () => undefined

/** Who is signed in. */
export function useSession() {
  return {
    operator: computed(() => current.value?.operator ?? null),
    /** The name that audit entries carry. */
    name: computed(() => current.value?.operator.name ?? ''),
    mayChange: computed(() => isAtLeast('Operator')),
    isAdministrator: computed(() => isAtLeast('Administrator')),
    session: readonly(current),
  }
}

/** The signed-in name, for bodies with `by`. */
export function signedInName(): string {
  return current.value?.operator.name ?? ''
}

function isAtLeast(role: Role): boolean {
  return current.value !== null && ROLES.indexOf(current.value.operator.role) >= ROLES.indexOf(role)
}

export function connectSession(signedOut: () => void): void {
  whenSignedOut = signedOut
  connectClient({ csrfToken: () => current.value?.csrfToken ?? null, signedOut: forget })
}

/** Reads the session of the cookie; false without one. */
export async function restoreSession(): Promise<boolean> {
  const response = await send('GET')
  if (response.status === 401) return false
  await accept(response)
  return true
}

export async function signIn(token: string): Promise<void> {
  await accept(await send('POST', { token }))
}

export async function signOut(): Promise<void> {
  await send('DELETE')
  forget()
}

async function accept(response: Response): Promise<void> {
  if (!response.ok) throw await readProblem(response)
  current.value = (await response.json()) as Session
}

function forget(): void {
  current.value = null
  queryClient.clear()
  whenSignedOut()
}

/** Makes the first administrator with the machine key; the answer is the token, which is shown once. */
export async function createFirstAdministrator(machineKey: string, name: string): Promise<string> {
  const response = await request('/api/operators', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-functions-key': machineKey },
    body: JSON.stringify({ name, role: 'Administrator' satisfies Role }),
  })
  if (!response.ok) throw await readProblem(response)
  return ((await response.json()) as Schemas['OperatorTokenView']).token ?? ''
}

function send(method: string, body?: unknown): Promise<Response> {
  const headers = new Headers()
  if (body !== undefined) headers.set('content-type', 'application/json')
  if (method !== 'GET' && current.value !== null) headers.set('x-csrf-token', current.value.csrfToken)
  return request('/api/session', { method, headers, body: JSON.stringify(body) })
}

async function request(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init)
  } catch (error) {
    throw new ApiProblem(0, { detail: String(error) })
  }
}
