import { expect, it } from 'vitest'
import { filterGroups } from './groupFilter'
import { testGroup } from './testGroup'

const groups = [
  testGroup('tea-1', { name: '春茶' }),
  testGroup('vip-2', { name: '岩茶', kind: 'Flash', tags: ['老客户'] }),
]
const ids = (filter: Parameters<typeof filterGroups>[1]) => filterGroups(groups, filter).map(({ id }) => id)

it('finds by name, id or tag', () => {
  expect(ids({ text: '春', kind: '', state: '' })).toEqual(['tea-1'])
  expect(ids({ text: ' VIP ', kind: '', state: '' })).toEqual(['vip-2'])
  expect(ids({ text: '老客', kind: '', state: '' })).toEqual(['vip-2'])
})

it('joins the filters', () => {
  expect(ids({ text: '', kind: 'Flash', state: 'Open' })).toEqual(['vip-2'])
  expect(ids({ text: '春', kind: 'Flash', state: '' })).toEqual([])
})
