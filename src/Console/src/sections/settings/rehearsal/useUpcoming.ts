import { computed, type MaybeRefOrGetter } from 'vue'
import { api, bodyOf } from '@/api/client'
import { useNow } from '@/api/clock'
import { readPages } from '@/api/pages'
import { useApiQuery } from '@/api/query'
import { useGroupNames } from '@/shared/useGroupNames'
import { readDue } from './localRuntime'
import { mergeUpcoming } from './upcoming'

const PAGE = 200
const FEW_PAGES = 5

/** What happens next: what the local runtime has due, and the pushes of the next seven days. */
export function useUpcoming(enabled: MaybeRefOrGetter<boolean>) {
  const { now } = useNow()
  const { nameOf } = useGroupNames()
  const due = useApiQuery(['local', 'due'], readDue, { enabled, refresh: 3_000 })
  const pushes = useApiQuery(
    () => ['local', 'pushes', now.value.toISOString()],
    () =>
      readPages(
        continuation =>
          bodyOf(
            api.GET('/api/pushes', {
              params: { query: { state: 'Planned', from: now.value.toISOString(), top: PAGE, continuation } },
            }),
          ),
        FEW_PAGES,
      ),
    { enabled, refresh: false },
  )
  const upcoming = computed(() =>
    mergeUpcoming(due.data.value ?? [], pushes.data.value?.items ?? [], nameOf).filter(item => item.at >= now.value),
  )
  return { ...due, upcoming }
}
