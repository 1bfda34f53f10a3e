import { api, bodyOf } from '@/api/client'
import { useApiQuery } from '@/api/query'
import { useRange } from './useRange'

const MINUTE_MS = 60_000

/** The figures of the pushes of the chosen days; finished days do not change, so they are read seldom. */
export function usePushInsights() {
  const { from, to, isValid } = useRange()
  return useApiQuery(
    () => ['insights', 'pushes', from.value, to.value],
    () => bodyOf(api.GET('/api/insights/pushes', { params: { query: { from: from.value, to: to.value } } })),
    { enabled: isValid, refresh: MINUTE_MS },
  )
}
