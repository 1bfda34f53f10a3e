import { describe, expect, it } from 'vitest'
import { campaignRequestOf, newCampaign } from './campaignDraft'
import { newTier, rewardText, tierDraftOf, tierRequestOf } from './tierDraft'

const OPENS = '2026-12-02T10:00:00+08:00'
const CLOSES = '2026-12-09T22:00:00+08:00'

describe('the request of a campaign', () => {
  it('leaves out what was not filled in, so that the API says it is missing', () => {
    const request = JSON.parse(JSON.stringify(campaignRequestOf({ ...newCampaign('', ''), hasTarget: true })))
    expect(request).not.toHaveProperty('id')
    expect(request).not.toHaveProperty('opensAt')
    expect(request.target).toEqual({})
    expect(request.tiers[0].reward).not.toHaveProperty('percentOff')
  })

  it('tells amounts in fen', () => {
    expect(campaignRequestOf({ ...newCampaign(OPENS, CLOSES), giftCap: 2.9 }).giftCapMinor).toBe(290)
  })

  it('has the reason of an acknowledgement only where one was given', () => {
    const draft = newCampaign(OPENS, CLOSES)
    expect(campaignRequestOf(draft).acknowledgement).toBeUndefined()
    const acknowledged = campaignRequestOf({ ...draft, acknowledgement: ' 法务已看 ' })
    expect(acknowledged.acknowledgement).toEqual({ reason: '法务已看' })
  })
})

describe('a tier', () => {
  it('sends only the figures of its kind', () => {
    const tier = { ...newTier(5), kind: 'Gift' as const, title: '马克杯', percentOff: 30, cost: 2.9, stock: 100 }
    expect(tierRequestOf(tier)).toEqual({
      invites: 5,
      reward: { kind: 'Gift', title: '马克杯', costMinor: 290, stock: 100 },
    })
  })

  it('is the same after it went into the form and back', () => {
    const reward = { kind: 'Gift', title: '马克杯', percentOff: null, points: null, costMinor: 290, stock: 100 } as const
    expect(tierRequestOf(tierDraftOf({ id: 't1', invites: 5, reward })).reward.costMinor).toBe(290)
    expect(rewardText(reward)).toBe('成本 ¥2.9，共 100 份')
  })
})
