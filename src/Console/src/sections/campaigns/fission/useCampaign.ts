import { computed, type MaybeRefOrGetter, toValue } from 'vue'
import { api, bodyOf, type Schemas, versionOf } from '@/api/client'
import { readPages } from '@/api/pages'
import { useApiQuery } from '@/api/query'

const PAGE = 200

export function useCampaign(campaignId: MaybeRefOrGetter<string>) {
  const query = useApiQuery(
    () => ['campaigns', toValue(campaignId)],
    () => versionOf(api.GET('/api/campaigns/{campaignId}', { params: { path: { campaignId: toValue(campaignId) } } })),
  )
  return { ...query, campaign: computed(() => query.data.value?.value ?? null) }
}

/** The scans of a campaign: at most ten pages of hours, which is more than what is kept by the hour. */
export function useScans(campaignId: MaybeRefOrGetter<string>) {
  return useApiQuery(
    () => ['campaigns', toValue(campaignId), 'scans'],
    () =>
      readPages<Schemas['ScanCount']>(continuation =>
        bodyOf(
          api.GET('/api/campaigns/{campaignId}/scans', {
            params: { path: { campaignId: toValue(campaignId) }, query: { top: PAGE, continuation } },
          }),
        ),
      ),
  )
}

/** The figures that the comparison of modes counts, of one campaign. */
export function useModeFigures(campaignId: MaybeRefOrGetter<string>) {
  return useApiQuery(
    () => ['campaigns', toValue(campaignId), 'figures'],
    async () => {
      const id = toValue(campaignId)
      const comparison = await bodyOf(
        api.GET('/api/insights/invitation-modes', { params: { query: { a: id, b: id } } }),
      )
      return comparison.a.counted
    },
  )
}
