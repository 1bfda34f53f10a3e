import { RouterLinkStub, mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import type { Feedback } from './feedback'
import FeedbackItem from './FeedbackItem.vue'

const complaint: Feedback = {
  id: 'late-parcel', groupId: 'tea-1', memberId: 'wm-1', kind: 'Complaint', text: '茶受潮了', source: 'Group', by: null,
  at: '2026-12-01T01:00:00Z', dueAt: '2026-12-02T01:00:00Z', state: 'Open', answeredAt: null, inTime: null, notes: [],
  answers: [], outcome: null, escalationCount: 0, escalations: [],
}

function show(item: Feedback, mayChange: boolean, now = '2026-12-01T02:00:00Z') {
  const props = { item, mayChange, groupName: '春茶福利群 1', now: new Date(now) }
  return mount(FeedbackItem, { props, global: { stubs: { RouterLink: RouterLinkStub } } })
}

it('an operator answers and closes it', async () => {
  const item = show(complaint, true)
  const [answer, close] = item.findAll('button')
  await answer?.trigger('click')
  await close?.trigger('click')
  expect(Object.keys(item.emitted())).toEqual(expect.arrayContaining(['answer', 'close']))
  expect(item.text()).toContain('茶受潮了')
})

it('a viewer sees neither words nor buttons', () => {
  const item = show({ ...complaint, text: undefined }, false)
  expect(item.findAll('button')).toHaveLength(0)
  expect(item.text()).toContain('内容只给运营看')
})

it('is marked after its due time, until it is answered', () => {
  const late = '2026-12-02T03:00:00Z'
  expect(show(complaint, true, late).classes()).toContain('overdue')
  const answered: Feedback = { ...complaint, state: 'Answered', answeredAt: late, inTime: false }
  expect(show(answered, true, late).classes()).not.toContain('overdue')
})

it('closed feedback takes no more answers', () => {
  expect(show({ ...complaint, state: 'Closed' }, true).findAll('button')).toHaveLength(0)
})
