import { afterEach, expect, it, vi } from 'vitest'
import { api, bodyOf, connectClient, versionOf } from './client'

const sent: Request[] = []

function answer(status: number, body: unknown, headers: Record<string, string> = {}): void {
  vi.stubGlobal('fetch', (request: Request) => {
    sent.push(request)
    return Promise.resolve(new Response(JSON.stringify(body), { status, headers }))
  })
}

afterEach(() => {
  sent.length = 0
  vi.unstubAllGlobals()
  connectClient({ csrfToken: () => null, signedOut: () => undefined })
})

const groupId = 'tea-1'
const end = () =>
  bodyOf(api.POST('/api/groups/{groupId}/end', { params: { path: { groupId } }, body: { by: '林晓', reason: '结束' } }))

it('a change carries the token against cross-site requests, a reading does not', async () => {
  connectClient({ csrfToken: () => 'secret', signedOut: () => undefined })
  answer(200, {}, { 'content-type': 'application/json' })

  await end()
  await bodyOf(api.GET('/api/groups/{groupId}', { params: { path: { groupId } } }))

  expect(sent.map(request => request.headers.get('x-csrf-token'))).toEqual(['secret', null])
})

it('a thing comes with the tag of its version', async () => {
  answer(200, { id: groupId }, { 'content-type': 'application/json', etag: '"7"' })

  const { value, etag } = await versionOf(api.GET('/api/groups/{groupId}', { params: { path: { groupId } } }))

  expect([value.id, etag]).toEqual([groupId, '"7"'])
})

it('a refusal is thrown with the reasons of its fields', async () => {
  answer(400, { errors: { reason: ['is missing.'] } }, { 'content-type': 'application/problem+json' })

  await expect(end()).rejects.toMatchObject({ status: 400, errors: { reason: ['is missing.'] } })
})

it('the end of the session is told', async () => {
  const signedOut = vi.fn()
  connectClient({ csrfToken: () => null, signedOut })
  answer(401, {}, { 'content-type': 'application/problem+json' })

  await expect(end()).rejects.toMatchObject({ status: 401 })
  expect(signedOut).toHaveBeenCalledOnce()
})

it('a missing network is a problem without a status', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))

  await expect(end()).rejects.toMatchObject({ status: 0, isUnreachable: true })
})
