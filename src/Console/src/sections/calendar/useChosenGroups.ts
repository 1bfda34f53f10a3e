import { computed, type Ref } from 'vue'
import { api, bodyOf, type Schemas } from '@/api/client'
import { readPages } from '@/api/pages'
import { useApiQuery } from '@/api/query'

const PAGE = 200
const FEW_PAGES = 5
const MINUTE_MS = 60_000

/** How many groups are shown before some are chosen. */
const FIRST_GROUPS = 6

type Group = Schemas['GroupView']

/** The groups of the given ids; without ids the first few that are not over. */
export function useChosenGroups(ids: Ref<readonly string[]>) {
  const listed = useApiQuery(
    ['groups', 'choice'],
    () =>
      readPages(
        continuation => bodyOf(api.GET('/api/groups', { params: { query: { top: PAGE, continuation } } })),
        FEW_PAGES,
      ),
    { refresh: MINUTE_MS },
  )
  const groups = computed<readonly Group[]>(() => listed.data.value?.items ?? [])
  const known = computed(() => new Map(groups.value.map(group => [group.id, group])))
  const unlisted = computed(() => (groups.value.length === 0 ? [] : ids.value.filter(id => !known.value.has(id))))
  const { data } = useApiQuery(
    () => ['groups', 'chosen', unlisted.value],
    () => Promise.all(unlisted.value.map(readGroup)),
    { enabled: () => unlisted.value.length > 0 },
  )
  const chosen = computed<Group[]>(() => {
    if (ids.value.length === 0) return groups.value.filter(isAlive).slice(0, FIRST_GROUPS)
    const read = new Map((data.value ?? []).map(group => [group.id, group]))
    return ids.value.flatMap(id => known.value.get(id) ?? read.get(id) ?? [])
  })
  return { groups, chosen, isPending: listed.isPending, error: listed.error, refetch: listed.refetch }
}

function readGroup(groupId: string): Promise<Group> {
  return bodyOf(api.GET('/api/groups/{groupId}', { params: { path: { groupId } } }))
}

function isAlive({ state }: Group): boolean {
  return state !== 'Dissolved' && state !== 'Dissolving'
}
