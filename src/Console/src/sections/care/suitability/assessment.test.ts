import { expect, it } from 'vitest'
import {
  answersOf,
  answerText,
  type Assessment,
  fieldNames,
  groupRows,
  kindRows,
  newDraft,
  type Outcome,
  revenueText,
  summaryOf,
  toRequest,
} from './assessment'
import { questions } from './suitabilityWords'

const none = { groups: 0, alive: 0, members: 0, joined: 0, orders: 0, units: 0, revenue: {} }
const one = { groups: 1, alive: 0, members: 2, joined: 3, orders: 1, units: 2, revenue: { CNY: 12_800 } }

const outcome: Outcome = {
  asOf: '2026-12-04T01:00:00Z',
  groups: [
    {
      groupId: 'flash-tea',
      name: '快闪一群',
      kind: 'Flash',
      isRecommended: false,
      state: 'Dissolved',
      openedAt: null,
      daysLived: null,
      members: 2,
      joined: 3,
      orders: 1,
      units: 2,
      revenue: { CNY: 12_800 },
    },
  ],
  kinds: [
    { kind: 'Flash', isRecommended: false, totals: one },
    { kind: 'Delivery', isRecommended: true, totals: none },
  ],
  totals: one,
}

it('a draft without answers leaves each out', () => {
  expect(JSON.parse(JSON.stringify(toRequest(newDraft())))).toEqual({
    brand: '',
    answers: {
      product: {},
      deal: {},
      afterSale: {},
    },
  })
})

it('answers are sent as they are given, no as well as yes', () => {
  const draft = newDraft()
  draft.brand = ' 春茶 '
  draft.answers['product.discussable'] = false
  draft.answers['deal.reputation'] = 4
  draft.answers['afterSale.services'] = true

  const { brand, answers } = toRequest(draft)

  expect(brand).toBe('春茶')
  expect(answers).toMatchObject({
    product: { discussable: false },
    deal: { reputation: 4 },
    afterSale: { services: true },
  })
  expect(answersOf({ answers } as Assessment)).toEqual(draft.answers)
})

it('each answer has one question, and a refusal finds its field', () => {
  const asked = Object.values(questions).flatMap(ofSide => ofSide.map(({ field }) => field))

  expect(asked.sort()).toEqual(Object.keys(newDraft().answers).sort())
  expect(fieldNames(newDraft())).toContain('answers.product.discussable')
})

it('answers and amounts are told in words', () => {
  expect([true, false, 4].map(answerText)).toEqual(['是', '否', '4 分'])
  expect(revenueText({})).toBe('—')
  expect(revenueText({ CNY: 12_800 })).toBe('¥128.00')
})

it('kinds end with the sum', () => {
  const rows = kindRows(outcome)

  expect(rows.map(({ kind, recommended, orders }) => [kind, recommended, orders])).toEqual([
    ['快闪群', '没建议', 1],
    ['交付群', '建议', 0],
    ['合计', '', 1],
  ])
})

it('a group that never opened has no days', () => {
  expect(groupRows(outcome)).toEqual([
    {
      name: '快闪一群',
      kind: '快闪群',
      recommended: '没建议',
      state: '已解散',
      opened: '没开放',
      days: '—',
      members: 2,
      joined: 3,
      orders: 1,
      revenue: '¥128.00',
    },
  ])
})

it('the summary tells what differs from the advice', () => {
  expect(summaryOf(outcome)).toBe('没建议也建了：快闪群；建议了还没建：交付群。')
  expect(summaryOf({ ...outcome, kinds: [{ kind: 'Delivery', isRecommended: true, totals: one }] })).toBe(
    '建的都是建议的群。',
  )
})
