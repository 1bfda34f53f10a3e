import { api, bodyOf } from '@/api/client'
import { useApiQuery } from '@/api/query'

/** The key of the set-up, for changes of the pause of pushes. */
export const brandKey = ['brand'] as const

/** The set-up of the brand, which changes only with a start of the app, and the pause of its pushes. */
export function useBrand() {
  return useApiQuery(brandKey, () => bodyOf(api.GET('/api/brand')))
}
