import { describe, expect, it } from 'vitest'
import type { CalendarEntry } from './entries'
import { isOverLimit, mixOf, quotaOf } from './mix'
import { entry, group } from './testEntries'

const vip = group('vip', 'SuperUser')
const limits = new Map()

function pushes(kinds: readonly CalendarEntry['contentKind'][]): CalendarEntry[] {
  return kinds.map((contentKind, index) => entry(vip, { contentKind, key: `p${index}`, state: 'Sent' }))
}

describe('the mix of a group', () => {
  it('has shares of what is sent, and the limit of its kind', () => {
    const [mix] = mixOf(pushes(['Promotion', 'Useful', 'Useful', 'Fun']), [vip], limits)

    expect(mix).toMatchObject({ total: 4, limit: 0.2, isOwnLimit: false })
    expect(mix?.shares).toEqual({ Promotion: 0.25, Useful: 0.5, Fun: 0.25, Scarce: 0 })
  })

  it('takes the link of a conversion for a promotion, and leaves out what is not sent', () => {
    const link = entry(vip, { kind: 'Conversion', what: '岩茶: link', state: 'Planned' })
    const warmUp = entry(vip, { kind: 'Conversion', what: '岩茶: warm-up', state: 'Planned' })
    const skipped = entry(vip, { contentKind: 'Promotion', state: 'WillSkip' })

    expect(mixOf([link, warmUp, skipped], [vip], limits)[0]?.counts.Promotion).toBe(1)
  })

  it('is over its limit with a second promotion among few', () => {
    const over = (kinds: CalendarEntry['contentKind'][]) => mixOf(pushes(kinds), [vip], limits).map(isOverLimit)

    expect(over(['Promotion'])).toEqual([false])
    expect(over(['Promotion', 'Promotion', 'Useful'])).toEqual([true])
  })

  it('follows the limit that a group has for itself', () => {
    const own = new Map([['vip', { promotionPercent: 50 } as never]])

    expect(mixOf(pushes(['Fun']), [vip], own)[0]).toMatchObject({ limit: 0.5, isOwnLimit: true })
  })
})

it('counts messages by day against the limit of the day', () => {
  const entries = [
    entry(vip, { date: '2026-12-01' }),
    entry(vip, { date: '2026-12-01', kind: 'Conversion', state: 'Planned' }),
    entry(vip, { date: '2026-12-01', kind: 'Onboarding', state: 'Planned' }),
    entry(vip, { date: '2026-12-02', state: 'WillSkip' }),
  ]

  const uses = quotaOf(entries, [vip], ['2026-12-01', '2026-12-02'], limits)

  expect(uses.map(({ day, used, limit }) => [day, used, limit])).toEqual([
    ['2026-12-01', 2, 3],
    ['2026-12-02', 0, 3],
  ])
})
