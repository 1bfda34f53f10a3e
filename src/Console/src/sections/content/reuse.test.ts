import { expect, it } from 'vitest'
import { push } from '../calendar/testEntries'
import { reuseOf } from './reuse'

const sent = push('p1', { contentId: 'tea', state: 'Sent', sentAt: '2026-12-01T12:00:00+08:00' })
const skipped = push('p2', { contentId: 'tea', state: 'Skipped' })
const other = push('p3', { contentId: 'coffee', state: 'Sent', sentAt: '2026-12-03T12:00:00+08:00' })

it('allows an item again after its days', () => {
  expect(reuseOf([sent, skipped, other], 'tea', 30, '2026-12-04')).toEqual({
    count: 1,
    lastAt: sent.sentAt,
    nextPlannedAt: null,
    againOn: '2026-12-31',
  })
  expect(reuseOf([sent], 'tea', 3, '2026-12-04').againOn).toBeNull()
})

it('counts a push to come', () => {
  const planned = push('p4', { contentId: 'tea', plannedAt: '2026-12-10T12:00:00+08:00' })

  expect(reuseOf([sent, planned], 'tea', 7, '2026-12-04')).toMatchObject({
    nextPlannedAt: planned.plannedAt,
    againOn: '2026-12-17',
  })
})

it('of an item that the group never had is at once', () => {
  expect(reuseOf([other], 'tea', 7, '2026-12-04')).toEqual(
    { count: 0, lastAt: null, nextPlannedAt: null, againOn: null },
  )
})
