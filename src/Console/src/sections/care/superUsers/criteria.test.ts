import { expect, it } from 'vitest'
import { type Criteria, draftOf, newDraft, toRequest } from './criteria'

const criteria: Criteria = {
  groupId: 'tea-vip',
  currency: 'CNY',
  rules: [
    { figure: 'spentMinor', atLeast: 50_000, text: '累计消费满 500元' },
    { figure: 'orders', atLeast: 3, text: '累计下单 3 单以上' },
  ],
  benefits: ['新茶优先试喝', '生日礼'],
  mix: { super: 0.3, tolerance: 0.05 },
  by: '小周',
  publishedAt: '2026-12-01T01:00:00Z',
  pageUrl: 'https://brand.example.com/c/tea-vip',
}

it('shows money in yuan, benefits by line and shares in percent', () => {
  const draft = draftOf(criteria)

  expect(draft.least).toEqual({ spentMinor: 500, orders: 3, credits: undefined, activeDays: undefined })
  expect(draft.benefits).toBe('新茶优先试喝\n生日礼')
  expect([draft.superPercent, draft.tolerancePercent]).toEqual([30, 5])
})

it('asks for what is typed and leaves out the rest', () => {
  const draft = draftOf(criteria)
  draft.benefits = ' 生日礼 \n\n'

  expect(toRequest('tea-vip', draft)).toEqual({
    groupId: 'tea-vip',
    rules: [
      { figure: 'spentMinor', atLeast: 50_000 },
      { figure: 'orders', atLeast: 3 },
    ],
    benefits: ['生日礼'],
    mix: { super: 0.3, tolerance: 0.05 },
    currency: 'CNY',
  })
})

it('begins with three super users in ten and without rules', () => {
  const body = toRequest('tea-vip', newDraft())

  expect(body.rules).toEqual([])
  expect(body.mix).toEqual({ super: 0.3, tolerance: 0.05 })
})
