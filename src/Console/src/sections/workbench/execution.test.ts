import { expect, it } from 'vitest'
import { executionOf } from './execution'

it('counts each push once, by how it ended', () => {
  expect(
    executionOf([
      { state: 'Sent', late: false },
      { state: 'Sent', late: true },
      { state: 'Missed', late: null },
      { state: 'Failed', late: null },
      { state: 'Skipped', late: null },
      { state: 'AwaitingStaff', late: null },
      { state: 'Held', late: null },
    ]),
  ).toEqual({ onTime: 1, late: 1, missed: 1, failed: 1, skipped: 1, open: 2 })
})
