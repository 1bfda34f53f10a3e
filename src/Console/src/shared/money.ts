function digitsOf(currency: string): number {
  const { maximumFractionDigits } = new Intl.NumberFormat('zh-CN', { style: 'currency', currency }).resolvedOptions()
  return maximumFractionDigits ?? 2
}

/** Minor units of an amount as people write it: 128.5 CNY are 12850. */
export function toMinor(amount: number, currency: string): number {
  return Math.round(amount * 10 ** digitsOf(currency))
}

/** The amount as people write it. */
export function fromMinor(amountMinor: number, currency: string): number {
  return amountMinor / 10 ** digitsOf(currency)
}
