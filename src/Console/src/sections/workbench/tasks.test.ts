import { expect, it } from 'vitest'
import { isOverdue, linkOf, readTaskText } from './tasks'

it('a message is told apart from the instruction', () => {
  expect(readTaskText({ kind: 'SendMessage', title: '请在群「老茶客」发送消息：欢迎：大家好\n第二行' })).toEqual({
    instruction: '请在群「老茶客」发送消息',
    message: '欢迎：大家好\n第二行',
  })
  expect(readTaskText({ kind: 'SendMessage', title: '请私信成员 wm-1（群「老茶客」）：您好' }).message).toBe('您好')
  expect(
    readTaskText({ kind: 'SendMessage', title: '请在群里 @ 成员 小周（wm-1）（平台不能私信，群「老茶客」）：您好' }).message,
  ).toBe('您好')
  expect(readTaskText({ kind: 'SetWelcome', title: '请把群「老茶客」的入群欢迎语换成：欢迎' }).message).toBe('欢迎')
  expect(
    readTaskText({ kind: 'CheckMessage', title: '请查看群「茶」是否已收到这条消息，没有就补发：早' }).message,
  ).toBe('早')
})

it('another task has no message', () => {
  expect(readTaskText({ kind: 'RemoveMember', title: '请把成员 wm-1（甲）：移出群' })).toEqual({
    instruction: '请把成员 wm-1（甲）：移出群',
    message: null,
  })
})

it('a task is overdue after its time, while it is open', () => {
  const now = new Date('2026-12-01T02:00:00Z')
  expect(isOverdue({ status: 'open', dueAt: '2026-12-01T09:59:00+08:00' }, now)).toBe(true)
  expect(isOverdue({ status: 'open', dueAt: '2026-12-01T10:00:00+08:00' }, now)).toBe(false)
  expect(isOverdue({ status: 'done', dueAt: '2026-12-01T09:00:00+08:00' }, now)).toBe(false)
})

it.each([
  ['BindChat', 'tea-1', '/settings/channel#chats'],
  ['HandleCrisis', null, '/care/crises'],
  ['DecideOnCrisis', 'tea-1', '/care/crises'],
  ['DecideOnEnd', 'tea-1', '/care/health?state=Dying'],
  ['ReviewGroup', 'tea-1', '/groups/tea-1'],
  ['AnswerFeedback', 'tea-1', '/care/feedback?groupId=tea-1'],
  ['EscalateFeedback', null, '/care/feedback'],
  ['WarnMember', 'tea-1', '/care/violations?groupId=tea-1'],
  ['DecideOnViolation', null, '/care/violations'],
  ['KeepPromise', 'pupils-1', '/care/promises?groupId=pupils-1'],
  ['RefundGroupBuy', 'tea-1', '/campaigns/group-buys?groupId=tea-1'],
  ['ReviewSuperUsers', 'tea-1', '/care/super-users?groupId=tea-1'],
  ['SendMessage', 'tea-1', undefined],
] as const)('%s of group %s is done on %s', (kind, groupId, to) => expect(linkOf({ kind, groupId })?.to).toBe(to))
