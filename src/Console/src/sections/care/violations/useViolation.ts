import { type MaybeRefOrGetter, toValue } from 'vue'
import { api, bodyOf, type Schemas } from '@/api/client'
import { useApiMutation, useApiQuery } from '@/api/query'

const changedKeys = () => [['violations'], ['tasks']]

/** A violation by its id. */
export function useViolation(id: MaybeRefOrGetter<string>) {
  return useApiQuery(
    () => ['violations', 'one', toValue(id)],
    () => bodyOf(api.GET('/api/violations/{violationId}', { params: { path: { violationId: toValue(id) } } })),
  )
}

/** Reports a violation. The API fills in who is signed in. */
export function useViolationReport() {
  return useApiMutation(
    ({ key, body }: { key: string; body: Schemas['ReportViolationRequest'] }) =>
      bodyOf(api.POST('/api/violations', { params: { header: { 'Idempotency-Key': key } }, body })),
    changedKeys,
  )
}

/** What an operator does about a violation. The API fills in who is signed in. */
export function useViolationCommands(id: MaybeRefOrGetter<string>) {
  const params = () => ({ path: { violationId: toValue(id) } })
  const appeal = useApiMutation(
    (text: string) => bodyOf(api.POST('/api/violations/{violationId}/appeal', { params: params(), body: { text } })),
    changedKeys,
  )
  const decide = useApiMutation(
    (body: Schemas['DecideViolationRequest']) =>
      bodyOf(api.POST('/api/violations/{violationId}/decide', { params: params(), body })),
    changedKeys,
  )
  return { appeal, decide }
}
