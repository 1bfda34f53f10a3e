import createClient, { type Middleware } from 'openapi-fetch'
import { ApiProblem, readProblem } from './problem'
import type { components, paths } from './schema'

/** The types of the API by name, such as `Schemas['GroupView']`. */
export type Schemas = components['schemas']

/** A thing with the tag that an edit of this version sends in `If-Match`. */
export interface Versioned<T> {
  value: T
  etag: string | null
}

export interface ClientEvents {
  /** The token against cross-site requests; null without a session. */
  csrfToken: () => string | null
  /** An answer of 401: the session is over. */
  signedOut: () => void
}

let events: ClientEvents = { csrfToken: () => null, signedOut: () => undefined }

export function connectClient(connected: ClientEvents): void {
  events = connected
}

const session: Middleware = {
  onRequest({ request }) {
    const token = events.csrfToken()
    if (request.method !== 'GET' && token !== null) request.headers.set('x-csrf-token', token)
    return request
  },
  async onResponse({ response }) {
    if (response.ok) return
    if (response.status === 401) events.signedOut()
    throw await readProblem(response)
  },
  onError({ error }) {
    return new ApiProblem(0, { detail: error instanceof Error ? error.message : String(error) })
  },
}

/** Calls of the API, typed by its description. A refusal is thrown as `ApiProblem`. */
export const api = createClient<paths>({
  baseUrl: globalThis.location.origin,
  fetch: request => globalThis.fetch(request),
})
api.use(session)

interface Answer<T> {
  data?: T
  response: Response
}

/** The body of a successful answer. */
export async function bodyOf<T>(call: Promise<Answer<T>>): Promise<T> {
  return (await call).data as T
}

/** The body of a successful answer, with its `ETag`. */
export async function versionOf<T>(call: Promise<Answer<T>>): Promise<Versioned<T>> {
  const { data, response } = await call
  return { value: data as T, etag: response.headers.get('etag') }
}

/** A key that makes a repeat of the same creation have one effect. */
export function newIdempotencyKey(): string {
  return crypto.randomUUID()
}
