import { computed } from 'vue'
import { api, bodyOf } from '@/api/client'
import { readPages } from '@/api/pages'
import { useApiQuery } from '@/api/query'

const PAGE = 200
const FEW_PAGES = 5
const MINUTES_5 = 300_000

/** Names of groups by id; an id that is not among the first thousand groups is shown itself. */
export function useGroupNames() {
  const { data } = useApiQuery(
    ['groups', 'names'],
    () =>
      readPages(
        continuation => bodyOf(api.GET('/api/groups', { params: { query: { top: PAGE, continuation } } })),
        FEW_PAGES,
      ),
    { refresh: MINUTES_5 },
  )
  const groups = computed(() => data.value?.items ?? [])
  const names = computed(() => new Map(groups.value.map(group => [group.id, group.name])))
  return { groups, nameOf: (id: string) => names.value.get(id) ?? id }
}
