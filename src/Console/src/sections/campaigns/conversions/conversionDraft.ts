import type { Schemas } from '@/api/client'
import { fromMinor, toMinor } from '@/shared/money'
import { given, optional } from '../draft'

/** What can be filled in at the creation and changed afterwards. */
export interface ConversionDraft {
  name: string
  url: string
  /** In the currency, such as yuan. */
  price: number | null
  currency: string
  quantity: number | null
  offerCost: number | null
  drive: Schemas['PurchaseDrive']
  warmUpAt: string
  topic: string
  poll: string[]
  overrideReason: string
  linkAt: string
  low: string
  medium: string
  high: string
  lastCallAt: string
  lastCall: string
  closesAt: string
  closing: string
}

/** What is chosen once, at the creation. */
export interface ConversionSetup {
  id: string
  groupIds: string[]
  holdoutPercent: number | null
  weights: Record<keyof Schemas['WeightsRequest'], number | null>
}

export const NO_WEIGHTS: ConversionSetup['weights'] = {
  reply: null,
  question: null,
  price: null,
  mention: null,
  vote: null,
  click: null,
  mediumFrom: null,
  highFrom: null,
}

export function newConversion(warmUpAt: string, linkAt: string, closesAt: string): ConversionDraft {
  return {
    name: '', url: '', price: null, currency: 'CNY', quantity: null, offerCost: null, drive: 'Trust',
    warmUpAt, topic: '', poll: [], overrideReason: '',
    linkAt, low: '', medium: '', high: '',
    lastCallAt: '', lastCall: '', closesAt, closing: '',
  }
}

export function conversionDraftOf(view: Schemas['ConversionView']): ConversionDraft {
  const { product, warmUp, copy } = view
  return {
    name: product.name,
    url: product.url,
    price: fromMinor(product.priceMinor, product.currency),
    currency: product.currency,
    quantity: product.quantity,
    offerCost: product.offerCostMinor === null ? null : fromMinor(product.offerCostMinor, product.currency),
    drive: view.drive,
    warmUpAt: warmUp.at,
    topic: warmUp.topic,
    poll: [...warmUp.poll],
    overrideReason: warmUp.overrideReason ?? '',
    linkAt: view.linkAt,
    low: copy.low ?? '',
    medium: copy.medium ?? '',
    high: copy.high ?? '',
    lastCallAt: view.lastCallAt ?? '',
    lastCall: view.lastCall ?? '',
    closesAt: view.closesAt,
    closing: view.closing,
  }
}

function minorOf(amount: number | null, currency: string): number | null {
  return amount === null ? null : toMinor(amount, isCurrency(currency) ? currency : 'CNY')
}

// What is no currency is refused by the API; the amount must not break the form before.
function isCurrency(text: string): boolean {
  return /^[A-Z]{3}$/.test(text)
}

function pollOf(draft: ConversionDraft): string[] {
  return draft.poll.map(option => option.trim()).filter(option => option !== '')
}

export function conversionRequestOf(
  draft: ConversionDraft,
  setup: ConversionSetup,
): Schemas['CreateConversionRequest'] {
  const weights = Object.entries(setup.weights).filter(([, weight]) => weight !== null)
  const poll = pollOf(draft)
  return {
    id: optional(setup.id.trim()),
    groupIds: setup.groupIds,
    product: {
      name: draft.name.trim(),
      url: draft.url.trim(),
      priceMinor: given(minorOf(draft.price, draft.currency)),
      currency: draft.currency,
      quantity: optional(draft.quantity),
      offerCostMinor: optional(minorOf(draft.offerCost, draft.currency)),
    },
    warmUp: {
      at: given(draft.warmUpAt),
      topic: draft.topic.trim(),
      poll: poll.length === 0 ? undefined : poll,
      overrideReason: optional(draft.overrideReason.trim()),
    },
    linkAt: given(draft.linkAt),
    closesAt: given(draft.closesAt),
    closing: draft.closing.trim(),
    drive: draft.drive,
    holdoutShare: setup.holdoutPercent === null ? undefined : setup.holdoutPercent / 100,
    copy: { low: optional(draft.low.trim()), medium: optional(draft.medium.trim()), high: optional(draft.high.trim()) },
    lastCallAt: optional(draft.lastCallAt),
    lastCall: optional(draft.lastCall.trim()),
    weights: weights.length === 0 ? undefined : Object.fromEntries(weights),
  }
}

function cleared<T>(value: T | ''): T | null {
  return value === '' ? null : value
}

/** All that can be edited; an empty field that need not be there is cleared. */
export function conversionEditOf(draft: ConversionDraft): Schemas['EditConversionRequest'] {
  const poll = pollOf(draft)
  return {
    product: {
      name: draft.name.trim(),
      url: draft.url.trim(),
      priceMinor: given(minorOf(draft.price, draft.currency)),
      currency: draft.currency,
      quantity: draft.quantity,
      offerCostMinor: minorOf(draft.offerCost, draft.currency),
    },
    warmUp: {
      at: given(draft.warmUpAt),
      topic: draft.topic.trim(),
      poll: poll.length === 0 ? null : poll,
      overrideReason: cleared(draft.overrideReason.trim()),
    },
    linkAt: given(draft.linkAt),
    closesAt: given(draft.closesAt),
    closing: draft.closing.trim(),
    drive: draft.drive,
    copy: { low: cleared(draft.low.trim()), medium: cleared(draft.medium.trim()), high: cleared(draft.high.trim()) },
    lastCallAt: cleared(draft.lastCallAt),
    lastCall: cleared(draft.lastCall.trim()),
  }
}
