import { computed } from 'vue'
import { api, bodyOf } from '@/api/client'
import { readPages } from '@/api/pages'
import { useApiQuery } from '@/api/query'

const PAGE = 200
const MINUTES_5 = 300_000

/** The staff members of the brand. */
export function useStaff() {
  const { data } = useApiQuery(
    ['staff'],
    () =>
      readPages(continuation => bodyOf(api.GET('/api/staff', { params: { query: { top: PAGE, continuation } } }))),
    { refresh: MINUTES_5 },
  )
  const staff = computed(() => data.value?.items ?? [])
  const names = computed(() => new Map(staff.value.map(member => [member.id, member.name])))
  return { staff, staffNameOf: (id: string) => names.value.get(id) ?? id }
}
