import { computed } from 'vue'
import { api, bodyOf } from '@/api/client'
import { useNow } from '@/api/clock'
import { readPages } from '@/api/pages'
import { useApiQuery } from '@/api/query'
import { addDays, brandDate, brandInstant } from '@/shared/format'

const PAGE = 200

/** Today in the brand's zone, which changes at its midnight. */
export function useDay() {
  const { now } = useNow()
  return computed(() => brandDate(now.value))
}

/** The pushes of today in all groups. */
export function useDayPushes() {
  const day = useDay()
  return useApiQuery(
    () => ['pushes', 'day', day.value],
    () => {
      const from = brandInstant(day.value)
      const to = brandInstant(addDays(day.value, 1))
      return readPages(continuation =>
        bodyOf(api.GET('/api/pushes', { params: { query: { from, to, top: PAGE, continuation } } })),
      )
    },
  )
}

export function useConversions() {
  return useApiQuery(['conversions', 'first'], () =>
    bodyOf(api.GET('/api/conversions', { params: { query: { top: PAGE } } })),
  )
}

export function useFlashSales() {
  return useApiQuery(['flash-sales', 'first'], () =>
    bodyOf(api.GET('/api/flash-sales', { params: { query: { top: PAGE } } })),
  )
}
