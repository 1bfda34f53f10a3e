import type { Schemas } from '@/api/client'

type Order = Pick<Schemas['OrderView'], 'attribution' | 'amountMinor' | 'refundedMinor' | 'currency' | 'state'>
export type Offer = 'conversion' | 'flashSale' | 'push' | 'campaign' | 'none'

export interface AttributionLine {
  offer: Offer
  /** The id of the conversion, flash sale or campaign; empty without one. */
  id: string
  orders: number
  linkCode: number
  lastClick: number
  /** Minor units by currency, without refunds. */
  revenue: Record<string, number>
}

// The push's own link names neither a conversion nor a flash sale.
function offerOf({ conversionId, flashSaleId, campaignId, occurrenceId }: Order['attribution']): [Offer, string] {
  if (conversionId !== null) return ['conversion', conversionId]
  if (flashSaleId !== null) return ['flashSale', flashSaleId]
  if (occurrenceId !== null) return ['push', occurrenceId]
  if (campaignId !== null) return ['campaign', campaignId]
  return ['none', '']
}

function counts({ state }: Order): boolean {
  return state === 'Paid' || state === 'PartlyRefunded'
}

/** Paid orders by what brought them, the most first. */
export function attributionOf(orders: readonly Order[]): AttributionLine[] {
  const lines = new Map<string, AttributionLine>()
  for (const order of orders.filter(counts)) {
    const [offer, id] = offerOf(order.attribution)
    const key = `${offer} ${id}`
    const line = lines.get(key) ?? { offer, id, orders: 0, linkCode: 0, lastClick: 0, revenue: {} }
    line.orders += 1
    if (order.attribution.how === 'LinkCode') line.linkCode += 1
    if (order.attribution.how === 'LastClick') line.lastClick += 1
    if (order.currency !== null) {
      const before = line.revenue[order.currency] ?? 0
      line.revenue[order.currency] = before + order.amountMinor - order.refundedMinor
    }
    lines.set(key, line)
  }
  return [...lines.values()].sort((a, b) => b.orders - a.orders)
}
