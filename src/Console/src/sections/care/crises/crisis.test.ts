import { describe, expect, it } from 'vitest'
import { type CrisisSummary, gapsOf, newestFirst, sortCrises, taskStateOf } from './crisis'

const crisis = (id: string, state: CrisisSummary['state'], openedAt: string): CrisisSummary => ({
  id, state, openedAt, cause: '发错货', owner: 'xiao-lin', by: '小林', resolvedAt: null, groups: 1, frozen: 1,
})

it('open crises come first, the newest first', () => {
  const crises = [
    crisis('a', 'Resolved', '2026-12-05T00:00:00Z'),
    crisis('b', 'Open', '2026-12-01T00:00:00Z'),
    crisis('c', 'Open', '2026-12-02T08:00:00+08:00'),
    crisis('d', 'Resolved', '2026-12-06T00:00:00Z'),
  ]
  expect(sortCrises(crises).map(({ id }) => id)).toEqual(['c', 'b', 'd', 'a'])
})

describe('the state of a task', () => {
  const task = { dueAt: '2026-12-01T10:00:00Z', doneAt: null, isWithdrawn: false }

  it.each([
    [task, '2026-12-01T09:59:00Z', 'open'],
    [task, '2026-12-01T10:01:00Z', 'overdue'],
    [{ ...task, doneAt: '2026-12-01T10:00:00Z' }, '2026-12-02T00:00:00Z', 'done'],
    [{ ...task, doneAt: '2026-12-01T11:00:00Z' }, '2026-12-02T00:00:00Z', 'late'],
    [{ ...task, isWithdrawn: true }, '2026-12-02T00:00:00Z', 'withdrawn'],
    [{ ...task, doneAt: '2026-12-01T11:00:00Z', isWithdrawn: true }, '2026-12-02T00:00:00Z', 'withdrawn'],
  ])('%o at %s is %s', (task, now, expected) => expect(taskStateOf(task, new Date(now))).toBe(expected))
})

it('gaps of a statement are what a person has to write', () => {
  expect(gapsOf('情况是：（写清楚发生了什么）。办法是：（写清楚补偿什么）。')).toEqual([
    '（写清楚发生了什么）', '（写清楚补偿什么）',
  ])
  expect(gapsOf('情况是：（写清楚发生了什么')).toHaveLength(1)
  expect(gapsOf('情况是：发错了货（已核实）。')).toEqual([])
})

it('the newest entry of a timeline comes first', () => {
  const entry = { at: '2026-12-01T10:00:00Z', by: '小林' }
  expect(newestFirst([{ ...entry, text: '一' }, { ...entry, text: '二' }])).toMatchObject([
    { text: '二', key: 1 }, { text: '一', key: 0 },
  ])
})
