import { type MaybeRefOrGetter, toValue } from 'vue'
import { api, bodyOf, type Schemas } from '@/api/client'
import { useApiMutation, useApiQuery } from '@/api/query'

const changedKeys = () => [['crises'], ['groups'], ['tasks']]

/** A crisis by its id. */
export function useCrisis(id: MaybeRefOrGetter<string>) {
  return useApiQuery(
    () => ['crises', 'one', toValue(id)],
    () => bodyOf(api.GET('/api/crises/{crisisId}', { params: { path: { crisisId: toValue(id) } } })),
  )
}

/** What an operator does in a crisis. The API fills in who is signed in. */
export function useCrisisCommands(id: MaybeRefOrGetter<string>) {
  const params = () => ({ path: { crisisId: toValue(id) } })
  const addEntry = useApiMutation(
    (text: string) => bodyOf(api.POST('/api/crises/{crisisId}/entries', { params: params(), body: { text } })),
    changedKeys,
  )
  const publish = useApiMutation(
    (text: string) => bodyOf(api.POST('/api/crises/{crisisId}/statements', { params: params(), body: { text } })),
    changedKeys,
  )
  const namePerson = useApiMutation(
    (body: Schemas['NamePersonRequest']) =>
      bodyOf(api.POST('/api/crises/{crisisId}/people', { params: params(), body })),
    changedKeys,
  )
  const release = useApiMutation(
    (groupIds: string[]) =>
      bodyOf(api.POST('/api/crises/{crisisId}/release', { params: params(), body: { groupIds } })),
    changedKeys,
  )
  const resolve = useApiMutation(
    (report: string) => bodyOf(api.POST('/api/crises/{crisisId}/resolve', { params: params(), body: { report } })),
    changedKeys,
  )
  return { addEntry, publish, namePerson, release, resolve }
}
