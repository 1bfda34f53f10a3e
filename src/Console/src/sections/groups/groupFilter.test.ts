import { expect, it } from 'vitest'
import type { Schemas } from '@/api/client'
import { filterGroups } from './groupFilter'

const group = (id: string, name: string, more: Partial<Schemas['GroupView']> = {}): Schemas['GroupView'] => ({
  id,
  name,
  kind: 'SuperUser',
  state: 'Open',
  capacity: 200,
  memberCount: 0,
  overflow: 0,
  joinUrl: null,
  charter: { audience: '', service: '', benefits: [], rules: [], endsAt: null, ending: '' },
  createdAt: '2026-12-01T00:00:00Z',
  openedAt: null,
  dissolvedAt: null,
  owner: null,
  tags: [],
  holds: [],
  channelGroupId: null,
  ...more,
})

const groups = [group('tea-1', '春茶'), group('vip-2', '岩茶', { kind: 'Flash', tags: ['老客户'] })]
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
