import type { Schemas } from '@/api/client'

/** The page of what an order is attributed to; null for one without a page. */
export function sourceOf(
  attribution: Pick<Schemas['AttributionView'], 'conversionId' | 'flashSaleId' | 'campaignId'>,
): { to: string; label: string } | null {
  const { conversionId, flashSaleId, campaignId } = attribution
  if (conversionId !== null) return { to: `/campaigns/conversions/${conversionId}`, label: `转化 ${conversionId}` }
  if (flashSaleId !== null) return { to: `/campaigns/flash-sales/${flashSaleId}`, label: `快闪 ${flashSaleId}` }
  if (campaignId !== null) return { to: `/campaigns/fission/${campaignId}`, label: `裂变活动 ${campaignId}` }
  return null
}
