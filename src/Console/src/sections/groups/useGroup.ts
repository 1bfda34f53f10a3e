import { computed, type MaybeRefOrGetter, toValue } from 'vue'
import { api, bodyOf, type Schemas, versionOf } from '@/api/client'
import { useApiMutation, useApiQuery } from '@/api/query'
import { signedInName } from '@/api/session'

const changedKeys = () => [['groups'], ['pushes']]

/** A group, and what an operator does to it. */
export function useGroup(id: MaybeRefOrGetter<string>) {
  const path = () => ({ groupId: toValue(id) })
  const query = useApiQuery(
    () => ['groups', 'one', toValue(id)],
    () => versionOf(api.GET('/api/groups/{groupId}', { params: { path: path() } })),
  )
  const hold = useApiMutation(
    (reason: string) =>
      bodyOf(
        api.POST('/api/groups/{groupId}/hold', { params: { path: path() }, body: { by: signedInName(), reason } }),
      ),
    changedKeys,
  )
  const release = useApiMutation(
    () => bodyOf(api.POST('/api/groups/{groupId}/release', { params: { path: path() }, body: { by: signedInName() } })),
    changedKeys,
  )
  const end = useApiMutation(
    (reason: string) =>
      bodyOf(api.POST('/api/groups/{groupId}/end', { params: { path: path() }, body: { by: signedInName(), reason } })),
    changedKeys,
  )
  const edit = useApiMutation(
    ({ changes, etag }: { changes: Omit<Schemas['EditGroupRequest'], 'by'>; etag: string | null }) =>
      bodyOf(
        api.PATCH('/api/groups/{groupId}', {
          params: { path: path(), header: etag === null ? {} : { 'If-Match': etag } },
          body: { ...changes, by: signedInName() },
        }),
      ),
    changedKeys,
  )
  const introduce = useApiMutation(
    (introduction: { memberId: string; text: string }) =>
      bodyOf(
        api.POST('/api/groups/{groupId}/introductions', {
          params: { path: path() },
          body: { ...introduction, by: signedInName() },
        }),
      ),
    () => [['groups', 'members', toValue(id)]],
  )
  // Until another group is read, the query still has the one before.
  const version = computed(() => (query.data.value?.value.id === toValue(id) ? query.data.value : null))
  return { ...query, version, hold, release, end, edit, introduce }
}
