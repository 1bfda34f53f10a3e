import { type MaybeRefOrGetter, toValue } from 'vue'
import { api, bodyOf, type Schemas } from '@/api/client'
import { useApiMutation, useApiQuery } from '@/api/query'

const changedKeys = () => [['promises'], ['tasks']]

/** A promise by its id. */
export function usePromise(id: MaybeRefOrGetter<string>) {
  return useApiQuery(
    () => ['promises', 'one', toValue(id)],
    () => bodyOf(api.GET('/api/promises/{promiseId}', { params: { path: { promiseId: toValue(id) } } })),
  )
}

/** Makes a promise. A repeat with the same key makes no second one. */
export function useCreatePromise() {
  return useApiMutation(
    ({ key, body }: { key: string; body: Schemas['CreatePromiseRequest'] }) =>
      bodyOf(api.POST('/api/promises', { params: { header: { 'Idempotency-Key': key } }, body })),
    changedKeys,
  )
}

interface OfUnit<Body> {
  unit: number
  body: Body
}

/** What an operator records of a promise. The API fills in who is signed in. */
export function usePromiseCommands(id: MaybeRefOrGetter<string>) {
  const params = (unit: number) => ({ path: { promiseId: toValue(id), number: String(unit) } })
  const deliver = useApiMutation(
    ({ unit, body }: OfUnit<Schemas['DeliverUnitRequest']>) =>
      bodyOf(api.POST('/api/promises/{promiseId}/units/{number}/delivered', { params: params(unit), body })),
    changedKeys,
  )
  const enterGain = useApiMutation(
    ({ unit, body }: OfUnit<Schemas['EnterGainRequest']>) =>
      bodyOf(api.POST('/api/promises/{promiseId}/units/{number}/gain', { params: params(unit), body })),
    changedKeys,
  )
  return { deliver, enterGain }
}
