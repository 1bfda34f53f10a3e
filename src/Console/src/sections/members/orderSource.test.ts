import { expect, it } from 'vitest'
import { sourceOf } from './orderSource'

const none = { conversionId: null, flashSaleId: null, campaignId: null }

it('names what sold before the campaign that brought the member', () => {
  expect(sourceOf({ ...none, conversionId: 'tea', campaignId: 'spring' })?.to).toBe('/campaigns/conversions/tea')
  expect(sourceOf({ ...none, flashSaleId: 'night' })?.to).toBe('/campaigns/flash-sales/night')
  expect(sourceOf({ ...none, campaignId: 'spring' })?.label).toBe('裂变活动 spring')
  expect(sourceOf(none)).toBeNull()
})
