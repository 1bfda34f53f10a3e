import { describe, expect, it } from 'vitest'
import type { Schemas } from '@/api/client'
import { draftOf, editOf, newContent, requestOf } from './contentDraft'

const item: Schemas['ContentView'] = {
  id: 'tea-101',
  kind: 'Useful',
  tags: ['茶'],
  variants: ['怎么存茶'],
  attachments: [{ type: 'Link', title: '指南', url: 'https://shop.example/a' }],
  source: null,
  author: '小林',
  validFrom: null,
  validUntil: null,
  reuseDays: 30,
  product: { name: '龙井', priceMinor: 19_900, currency: 'CNY' },
  state: 'Approved',
  version: 1,
  lastEditedBy: null,
  approvedBy: '老周',
  approvedAt: null,
  retiredBy: null,
  retiredAt: null,
  createdAt: '2026-12-01T00:00:00Z',
  findings: [],
  acknowledgement: null,
}

describe('an edit', () => {
  it('of nothing is none', () => {
    expect(editOf(draftOf(item), item, '小林')).toBeNull()
  })

  it('tells only what differs, and null for what is emptied', () => {
    const draft = { ...draftOf(item), tags: [], variants: ['怎么存茶', '茶放哪里'], hasProduct: false }

    expect(editOf(draft, item, '小林')).toEqual({
      tags: null,
      variants: ['怎么存茶', '茶放哪里'],
      product: null,
      by: '小林',
    })
  })

  it('may only take responsibility', () => {
    expect(editOf({ ...draftOf(item), acknowledgement: '法务已确认' }, item, '小周')).toEqual({
      acknowledgement: { by: '小周', reason: '法务已确认' },
      by: '小周',
    })
  })
})

describe('a price', () => {
  it.each([
    ['CNY', 199.9, 19_990],
    ['JPY', 500, 500],
    ['no', 1, 100],
  ])('in %s of %d is %d minor units', (currency, price, expected) => {
    const draft = { ...newContent(), hasProduct: true, product: { name: '茶', price, currency } }

    expect(requestOf(draft, '小林').product?.priceMinor).toBe(expected)
  })

  it('is shown in major units', () => {
    expect(draftOf(item).product.price).toBe(199)
  })
})
