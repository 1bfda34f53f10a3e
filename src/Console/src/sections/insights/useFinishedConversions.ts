import { api, bodyOf, type Schemas } from '@/api/client'
import { readPages } from '@/api/pages'
import { useApiQuery } from '@/api/query'

const PAGE = 200
const MOST_PAGES = 5
export const MOST_CONVERSIONS = 30
const MINUTES_5 = 300_000

/** The conversions that ended last, with their groups: the list tells no outcomes, so each is read. */
export function useFinishedConversions() {
  return useApiQuery(
    ['conversions', 'finished'],
    async () => {
      const { items } = await readPages<Schemas['ConversionListView']>(
        continuation => bodyOf(api.GET('/api/conversions', { params: { query: { top: PAGE, continuation } } })),
        MOST_PAGES,
      )
      const ended = items
        .filter(({ state }) => state === 'Closed')
        .sort((a, b) => Date.parse(b.closesAt) - Date.parse(a.closesAt))
        .slice(0, MOST_CONVERSIONS)
      return Promise.all(
        ended.map(({ id }) => bodyOf(api.GET('/api/conversions/{id}', { params: { path: { id } } }))),
      )
    },
    { refresh: MINUTES_5 },
  )
}
