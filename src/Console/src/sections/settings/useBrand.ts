import { api, bodyOf } from '@/api/client'
import { useApiQuery } from '@/api/query'

const MINUTE = 60_000

/** The set-up of the brand; it changes only with a start of the app. */
export function useBrand() {
  return useApiQuery(['brand'], () => bodyOf(api.GET('/api/brand')), { refresh: MINUTE })
}
