import { describe, expect, it } from 'vitest'
import { type Feedback, isOverdue, queryOf, stepsOf, timeText } from './feedback'

const now = new Date('2026-12-02T02:00:00Z')
const open: Pick<Feedback, 'state' | 'dueAt' | 'answeredAt' | 'inTime'> = {
  state: 'Open', dueAt: '2026-12-02T05:00:00Z', answeredAt: null, inTime: null,
}

describe('the due time', () => {
  it('marks open feedback that is late', () => {
    expect(isOverdue(open, now)).toBe(false)
    expect(isOverdue({ ...open, dueAt: '2026-12-02T01:59:00Z' }, now)).toBe(true)
    expect(isOverdue({ state: 'Answered', dueAt: '2026-12-02T01:59:00Z' }, now)).toBe(false)
  })

  it.each([
    [open, '还有 3 小时（12月2日 周三 13:00 之前答复）'],
    [{ ...open, dueAt: '2026-12-01T02:00:00Z' }, '逾期 24 小时（12月1日 周二 10:00 之前答复）'],
    [{ ...open, state: 'Answered', answeredAt: '2026-12-02T01:00:00Z', inTime: true } as const,
      '12月2日 周三 09:00 答复，没超时'],
    [{ ...open, state: 'Closed', answeredAt: '2026-12-02T01:00:00Z', inTime: false } as const,
      '12月2日 周三 09:00 答复，超时了'],
  ])('of %o is told as %s', (item, expected) => expect(timeText(item, now)).toBe(expected))
})

describe('the query', () => {
  it.each([
    [{ groupId: '', kind: '', state: 'Closed' }, { state: 'Open' }],
    [{ groupId: '', kind: 'Complaint', state: 'all' }, { kind: 'Complaint', state: 'Open' }],
    [{ groupId: 'tea-1', kind: '', state: 'all' }, { groupId: 'tea-1' }],
    [{ groupId: 'tea-1', kind: '', state: 'Answered' }, { groupId: 'tea-1', state: 'Answered' }],
  ])('of %o is %o', (choice, expected) => expect(queryOf(choice)).toEqual(expected))
})

it('steps are in order of time, the outcome last', () => {
  const steps = stepsOf({
    notes: [{ at: '2026-12-01T03:00:00Z', text: '还没人管吗' }],
    answers: [
      { number: 1, at: '2026-12-01T02:00:00Z', by: '小林', text: '在查', toldMember: true },
      { number: 2, at: '2026-12-01T04:00:00Z', by: '小林', text: '已补发', toldMember: false },
    ],
    outcome: { at: '2026-12-01T05:00:00Z', by: '小林', toldGroup: false },
  })
  expect(steps.map(({ key }) => key)).toEqual(['answer-1', 'note-0', 'answer-2', 'outcome'])
  expect(steps.map(({ label }) => label)).toEqual([
    '答复，已私信成员', '又说', '答复，没有私信成员', '结果，没有告诉群里',
  ])
  expect(steps.at(-1)?.text).toBeUndefined()
})
