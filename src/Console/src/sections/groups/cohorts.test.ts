import { expect, it } from 'vitest'
import { cohortRows } from './cohorts'

const window = {
  days: 30, mature: true, repurchased: 9, repurchaseShare: 0.225, upgraded: 4, upgradeShare: 0.1,
  referred: 2, referralShare: 0.05,
}

it('the latest cohort comes first, with a row for each window', () => {
  const rows = cohortRows([
    { month: '2026-11-01', members: 40, windows: [window, { ...window, days: 60, mature: false }] },
    { month: '2026-12-01', members: 3, windows: [window] },
  ])
  expect(rows.map(({ month, days }) => [month, days])).toEqual([
    ['2026年12月', '30 天内'], ['2026年11月', '30 天内'], ['2026年11月', '60 天内'],
  ])
  expect(rows[1]).toMatchObject({
    members: '40', repurchase: '9（22.5%）', upgrade: '4（10.0%）', referral: '2（5.0%）', isMature: true,
  })
  expect(rows[2]?.isMature).toBe(false)
})
