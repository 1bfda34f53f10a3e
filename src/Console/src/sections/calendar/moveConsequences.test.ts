import { expect, it } from 'vitest'
import { consequencesOf } from './moveConsequences'
import { entry, group } from './testEntries'

const vip = group('老茶客', 'SuperUser')

it('names the pushes that a move keeps from being sent', () => {
  const other = { key: 'other', date: '2026-12-10', time: '12:15' }
  const before = [entry(vip, { key: 'moved' }), entry(vip, { ...other }), entry(vip, { key: 'old', state: 'WillSkip' })]
  const after = [
    entry(vip, { key: 'moved', state: 'WillSkip' }),
    entry(vip, { ...other, state: 'WillSkip', reason: '间隔不到 90 分钟' }),
    entry(vip, { key: 'old', state: 'WillSkip' }),
  ]

  expect(consequencesOf(before, after, 'moved')).toBe('因此另外 1 条不会发：老茶客 12月10日 12:15（间隔不到 90 分钟）。')
  expect(consequencesOf(before, before, 'moved')).toBe('')
})
