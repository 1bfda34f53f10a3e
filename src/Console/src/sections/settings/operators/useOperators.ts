import { type MaybeRefOrGetter, toValue } from 'vue'
import { api, bodyOf, newIdempotencyKey, type Schemas, versionOf } from '@/api/client'
import { useApiMutation, useApiPages } from '@/api/query'

const KEY = ['operators']
const PAGE = 200

export function useOperators(enabled: MaybeRefOrGetter<boolean>) {
  return useApiPages(
    KEY,
    continuation => bodyOf(api.GET('/api/operators', { params: { query: { top: PAGE, continuation } } })),
    { enabled: () => toValue(enabled) },
  )
}

export function readOperator(operatorId: string) {
  return versionOf(api.GET('/api/operators/{operatorId}', { params: { path: { operatorId } } }))
}

export function useOperatorCreation() {
  return useApiMutation(
    (body: Schemas['CreateOperatorRequest']) =>
      bodyOf(api.POST('/api/operators', { params: { header: { 'Idempotency-Key': newIdempotencyKey() } }, body })),
    () => [KEY],
  )
}

interface Edit {
  operatorId: string
  body: Schemas['EditOperatorRequest']
  /** The version that was read; null changes every version. */
  etag: string | null
}

export function useOperatorEdit() {
  return useApiMutation(
    ({ operatorId, body, etag }: Edit) =>
      bodyOf(
        api.PATCH('/api/operators/{operatorId}', {
          params: { path: { operatorId }, header: { 'If-Match': etag ?? undefined } },
          body,
        }),
      ),
    () => [KEY],
  )
}

export function useOperatorRemoval() {
  return useApiMutation(
    (operatorId: string) => bodyOf(api.DELETE('/api/operators/{operatorId}', { params: { path: { operatorId } } })),
    () => [KEY],
  )
}

/** Nothing is read again: after a new token of one's own a request would end the session before it is shown. */
export function useTokenReplacement() {
  return useApiMutation((operatorId: string) =>
    bodyOf(api.POST('/api/operators/{operatorId}/token', { params: { path: { operatorId } } })),
  )
}
