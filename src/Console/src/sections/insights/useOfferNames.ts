import { computed } from 'vue'
import { api, bodyOf } from '@/api/client'
import { useApiQuery } from '@/api/query'
import type { Offer } from './attribution'

const PAGE = 200
const MINUTES_5 = 300_000

/** The names of the latest conversions, flash sales and campaigns; another id is shown itself. */
export function useOfferNames() {
  const { data } = useApiQuery(
    ['insights', 'offer-names'],
    async () => {
      const query = { params: { query: { top: PAGE } } }
      const [conversions, sales, campaigns] = await Promise.all([
        bodyOf(api.GET('/api/conversions', query)),
        bodyOf(api.GET('/api/flash-sales', query)),
        bodyOf(api.GET('/api/campaigns', query)),
      ])
      return {
        conversion: new Map(conversions.items.map(({ id, product }) => [id, product])),
        flashSale: new Map(sales.items.map(({ id, name }) => [id, name])),
        campaign: new Map(campaigns.items.map(({ id, name }) => [id, name])),
      }
    },
    { refresh: MINUTES_5 },
  )
  const names = computed<Partial<Record<Offer, ReadonlyMap<string, string>>>>(() => data.value ?? {})
  return { nameOf: (offer: Offer, id: string) => names.value[offer]?.get(id) ?? id }
}
