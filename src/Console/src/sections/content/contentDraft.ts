import type { Schemas } from '@/api/client'

type Item = Schemas['ContentView']
type Edit = Schemas['EditContentRequest']

export interface ContentDraft {
  id: string
  kind: Schemas['ContentKind']
  tags: string[]
  variants: string[]
  attachments: Schemas['AttachmentRequest'][]
  source: string
  validFrom: string | null
  validUntil: string | null
  reuseDays: number
  hasProduct: boolean
  /** The price in major units, such as yuan. */
  product: { name: string; price: number | undefined; currency: string }
  /** Why somebody takes responsibility for words that break a rule; empty for nobody. */
  acknowledgement: string
}

export const MOST_VARIANTS = 3
export const MOST_ATTACHMENTS = 9
const REUSE_DAYS = 30

export const contentFields = [
  'id', 'kind', 'tags', 'variants', 'attachments', 'source', 'validFrom', 'validUntil', 'reuseDays', 'product',
  'acknowledgement',
]

export function newContent(): ContentDraft {
  return {
    id: '',
    kind: 'Useful',
    tags: [],
    variants: [''],
    attachments: [],
    source: '',
    validFrom: null,
    validUntil: null,
    reuseDays: REUSE_DAYS,
    hasProduct: false,
    product: { name: '', price: undefined, currency: 'CNY' },
    acknowledgement: '',
  }
}

export function draftOf(item: Item): ContentDraft {
  return {
    ...newContent(),
    id: item.id,
    kind: item.kind,
    tags: [...item.tags],
    variants: [...item.variants],
    attachments: item.attachments.map(attachment => ({ ...attachment })),
    source: item.source ?? '',
    validFrom: item.validFrom,
    validUntil: item.validUntil,
    reuseDays: item.reuseDays,
    hasProduct: item.product !== null,
    product: {
      name: item.product?.name ?? '',
      price: item.product ? item.product.priceMinor / unitsOf(item.product.currency) : undefined,
      currency: item.product?.currency ?? 'CNY',
    },
  }
}

/** How many minor units a major one has: 100 for the yuan, 1 for the yen. */
function unitsOf(currency: string): number {
  try {
    const format = new Intl.NumberFormat('zh-CN', { style: 'currency', currency })
    return 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2)
  } catch {
    return 100 // The API refuses what is no currency.
  }
}

function productOf({ hasProduct, product }: ContentDraft): Schemas['ContentProductRequest'] | null {
  if (!hasProduct) return null
  const priceMinor = Math.round((product.price ?? 0) * unitsOf(product.currency))
  return { name: product.name.trim(), priceMinor, currency: product.currency }
}

function fieldsOf(draft: ContentDraft) {
  return {
    kind: draft.kind,
    tags: draft.tags.length === 0 ? null : draft.tags,
    variants: draft.variants,
    attachments: draft.attachments.length === 0 ? null : draft.attachments,
    source: draft.source.trim() || null,
    validFrom: draft.validFrom,
    validUntil: draft.validUntil,
    reuseDays: draft.reuseDays,
    product: productOf(draft),
  }
}

function acknowledgementOf(draft: ContentDraft, by: string) {
  const reason = draft.acknowledgement.trim()
  return reason === '' ? {} : { acknowledgement: { by, reason } }
}

export function requestOf(draft: ContentDraft, author: string): Schemas['CreateContentRequest'] {
  const id = draft.id.trim()
  return { ...(id !== '' && { id }), ...fieldsOf(draft), author, ...acknowledgementOf(draft, author) }
}

/** What differs from the item; null where nothing does. */
export function editOf(draft: ContentDraft, item: Item, by: string): Edit | null {
  const before: Record<string, unknown> = fieldsOf(draftOf(item))
  const changed = Object.entries(fieldsOf(draft)).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name]),
  )
  const acknowledgement = acknowledgementOf(draft, by)
  if (changed.length === 0 && Object.keys(acknowledgement).length === 0) return null
  return { ...(Object.fromEntries(changed) as Edit), ...acknowledgement, by }
}
