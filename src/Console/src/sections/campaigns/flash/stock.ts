import type { Schemas } from '@/api/client'
import { formatMoney } from '@/shared/format'

type Sold = NonNullable<Schemas['FlashSaleView']['sold']>

/** Revenue in each currency, such as `¥128.00 + US$5.00`. */
export function revenueText(sold: Pick<Sold, 'revenue'>): string {
  const amounts = Object.entries(sold.revenue).map(([currency, minor]) => formatMoney(minor, currency))
  return amounts.length === 0 ? '—' : amounts.join(' + ')
}

/** How much of the quantity is sold, in percent; null where nothing limits it. */
export function soldPercent(sale: Pick<Schemas['FlashSaleView'], 'quantity' | 'sold'>): number | null {
  if (sale.quantity === null || sale.sold === null || sale.quantity === 0) return null
  return Math.min(100, Math.round((sale.sold.units / sale.quantity) * 100))
}
