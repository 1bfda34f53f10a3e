import { describe, expect, it } from 'vitest'
import type { Schemas } from '@/api/client'
import { groupChoices, sortChats, suggestedGroup } from './chats'

function chatOf(name: string, over: Partial<Schemas['ChatView']> = {}): Schemas['ChatView'] {
  const firstSeenAt = '2026-12-01T01:00:00Z'
  const unread = { owner: '', customers: null, readAt: null, dismissedAt: null }
  return { channelGroupId: `wr-${name}`, groupId: null, name, firstSeenAt, ...unread, ...over }
}

function groupOf(id: string, name: string, over: Partial<Schemas['GroupView']> = {}): Schemas['GroupView'] {
  return { id, name, state: 'Open', channelGroupId: null, ...over } as Schemas['GroupView']
}

describe('sortChats', () => {
  it('lists chats without a group by name and leaves out dismissed ones', () => {
    const chats = [
      chatOf('茶友群 10'),
      chatOf('茶友群 9'),
      chatOf('散了的群', { dismissedAt: '2026-12-01T02:00:00Z' }),
      chatOf('已绑定的群', { groupId: 'tea-1', dismissedAt: '2026-12-01T02:00:00Z' }),
    ]

    const { unbound, bound } = sortChats(chats)

    expect(unbound.map(chat => chat.name)).toEqual(['茶友群 9', '茶友群 10'])
    expect(bound.map(chat => chat.name)).toEqual(['已绑定的群'])
  })
})

describe('groupChoices', () => {
  it('offers groups of the name of the chat first, whatever spaces and widths it has', () => {
    const groups = [groupOf('a', '品鉴群'), groupOf('b', '春茶福利群 1')]

    const choices = groupChoices(groups, '春茶福利群１')

    expect(choices.map(choice => [choice.group.id, choice.hasSameName])).toEqual([
      ['b', true],
      ['a', false],
    ])
  })

  it('offers neither groups that have a chat nor dissolved ones', () => {
    const groups = [groupOf('a', '茶', { channelGroupId: 'wr1' }), groupOf('b', '茶', { state: 'Dissolved' })]

    expect(groupChoices(groups, '茶')).toEqual([])
  })

  it('takes no chat without a name for one of the same name', () => {
    expect(groupChoices([groupOf('a', ' ')], '')[0]?.hasSameName).toBe(false)
  })
})

describe('suggestedGroup', () => {
  it('is the only group of the name', () => {
    expect(suggestedGroup(groupChoices([groupOf('a', '茶'), groupOf('b', '酒')], '茶'))).toBe('a')
  })

  it('is none where two have the name', () => {
    expect(suggestedGroup(groupChoices([groupOf('a', '茶'), groupOf('b', '茶')], '茶'))).toBeNull()
  })
})
