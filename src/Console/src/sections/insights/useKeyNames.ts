import { computed } from 'vue'
import { api, bodyOf } from '@/api/client'
import { readPages } from '@/api/pages'
import { useApiQuery } from '@/api/query'
import { contentKinds } from '@/shared/labels'

const PAGE = 200
const MINUTES_5 = 300_000

export type Dimension = 'byKind' | 'byPlan' | 'byOwner'

/** The names of what figures of pushes are grouped by. */
export function useKeyNames() {
  const { data: plans } = useApiQuery(
    ['push-plans', 'names'],
    () =>
      readPages(continuation =>
        bodyOf(api.GET('/api/push-plans', { params: { query: { top: PAGE, continuation } } })),
      ),
    { refresh: MINUTES_5 },
  )
  const { data: staff } = useApiQuery(
    ['staff', 'names'],
    () =>
      readPages(continuation => bodyOf(api.GET('/api/staff', { params: { query: { top: PAGE, continuation } } }))),
    { refresh: MINUTES_5 },
  )
  const names = computed(() => {
    const named = [...(plans.value?.items ?? []), ...(staff.value?.items ?? [])]
    return new Map(named.map(({ id, name }) => [id, name]))
  })
  const kinds: Readonly<Record<string, string>> = contentKinds

  function nameOf(dimension: Dimension, key: string | null): string {
    if (key === null) return dimension === 'byOwner' ? '没有群主' : '没有素材'
    return dimension === 'byKind' ? (kinds[key] ?? key) : (names.value.get(key) ?? key)
  }

  return { nameOf }
}
