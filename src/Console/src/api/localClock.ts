import { ApiProblem } from './problem'

/**
 * The clock of the local runtime. Its routes (`/local/...`) are no functions of the app and therefore no part of the
 * description, so this type and those of the rehearsal are written by hand; all others come from the description.
 */
export interface LocalClock {
  now: string
  virtual: boolean
}

/** Calls a route of the local runtime; no answer at all is a problem with status 0. */
export async function callLocal(path: `/local/${string}`, init: RequestInit = {}): Promise<Response> {
  try {
    return await fetch(path, init)
  } catch (error) {
    throw new ApiProblem(0, { detail: String(error) })
  }
}
