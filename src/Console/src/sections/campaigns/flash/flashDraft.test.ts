import { describe, expect, it } from 'vitest'
import { changedFields } from '../draft'
import { flashSaleEditOf, flashSaleRequestOf, newWave } from './flashDraft'

const AT = '2026-12-04T20:00:00+08:00'
const draft = { closesAt: AT, quantity: 50, farewell: '再见', waves: [{ ...newWave(AT), text: '第一波' }] }

describe('the request of a flash sale', () => {
  it('has no address for a wave without one', () => {
    const setup = { id: '', name: '快闪', groupIds: ['flash-1'], opensAt: AT, newBuyerGroupIds: [] }
    const request = JSON.parse(JSON.stringify(flashSaleRequestOf(draft, setup)))
    expect(request.waves).toEqual([{ at: AT, text: '第一波' }])
    expect(request.groups).toEqual([{ groupId: 'flash-1' }])
    expect(request).not.toHaveProperty('newBuyerGroupId')
  })
})

describe('the edit of a flash sale', () => {
  it('makes the quantity unlimited and removes the waves with null', () => {
    const after = flashSaleEditOf({ ...draft, quantity: null, waves: [] })
    expect(changedFields(flashSaleEditOf(draft), after)).toEqual({ quantity: null, waves: null })
  })
})
