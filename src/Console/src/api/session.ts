import { computed, readonly, ref } from 'vue'
import { connectClient, type Schemas } from './client'
import { ApiProblem, readProblem } from './problem'
import { queryClient } from './query'
import type { paths } from './schema'

type Role = Schemas['OperatorRole']
type Session = Schemas['SessionView']

// These calls come before there is a session, or end it, so they go without the middleware of the client: its answer to
// a 401 would end what does not exist. Paths and bodies are those of the description.
const SESSION = '/api/session' satisfies keyof paths
const OPERATORS = '/api/operators' satisfies keyof paths

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
  await accept(await send('POST', { token } satisfies Schemas['SignInRequest']))
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
  const body = { name, role: 'Administrator' } satisfies Schemas['CreateOperatorRequest']
  const response = await request(OPERATORS, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-functions-key': machineKey },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw await readProblem(response)
  return ((await response.json()) as Schemas['OperatorTokenView']).token ?? ''
}

function send(
  method: 'GET' | 'POST' | 'DELETE',
  body?: Schemas['SignInRequest'],
): Promise<Response> {
  const headers = new Headers()
  if (body !== undefined) headers.set('content-type', 'application/json')
  if (method !== 'GET' && current.value !== null) headers.set('x-csrf-token', current.value.csrfToken)
  return request(SESSION, { method, headers, body: JSON.stringify(body) })
}

async function request(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init)
  } catch (error) {
    throw new ApiProblem(0, { detail: String(error) })
  }
}
