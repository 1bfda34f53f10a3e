import { expect, it } from 'vitest'
import { type GroupBuyDraft, groupBuyRequestOf, nameOf, orderText, progressText, teamText } from './groupBuy'

const draft: GroupBuyDraft = {
  id: '', groupIds: ['new-buyers'], name: ' 明前龙井 ', url: '', size: 3, price: 39.9,
  closesAt: '2026-12-03T22:00:00+08:00', owner: '',
}

it('the request has the price in fen and no empty fields', () => {
  expect(JSON.parse(JSON.stringify(groupBuyRequestOf(draft)))).toEqual({
    groupId: 'new-buyers', product: { name: '明前龙井' }, size: 3, priceMinor: 3990, currency: 'CNY',
    closesAt: draft.closesAt,
  })
})

it('what is missing is left to the API to name', () => {
  const request = JSON.parse(JSON.stringify(groupBuyRequestOf({ ...draft, groupIds: [], size: null, price: null })))
  expect(request).not.toHaveProperty('groupId')
  expect(request).not.toHaveProperty('size')
  expect(request).not.toHaveProperty('priceMinor')
})

it('a team says how many people it needs', () => {
  expect(teamText({ state: 'Open', missing: 2 })).toBe('还差 2 人')
  expect(teamText({ state: 'Succeeded', missing: 0 })).toBe('已成团')
  expect(teamText({ state: 'Failed', missing: 1 })).toContain('差 1 人')
  expect(teamText({ state: 'Cancelled', missing: 1 })).toBe('已取消，差 1 人')
  expect(progressText({ teamCount: 0, fullTeamCount: 0, memberCount: 0 })).toBe('还没有人开团')
  expect(progressText({ teamCount: 2, fullTeamCount: 1, memberCount: 4 })).toBe('2 个团，成了 1 个，共 4 人')
})

it('a member without a known name has the id', () => {
  expect(nameOf('wm-1', { 'wm-1': '阿林' })).toBe('阿林')
  expect(nameOf('wm-2', { 'wm-1': '阿林' })).toBe('wm-2')
})

it('an order is paid, refunded or not known to the shop yet', () => {
  expect(orderText({ orderId: null, order: 'Unknown' })).toBe('还没报订单')
  expect(orderText({ orderId: 'E1', order: 'Unknown' })).toBe('订单 E1，店铺还没有消息')
  expect(orderText({ orderId: 'E1', order: 'Refunded' })).toBe('订单 E1，已退款')
})
