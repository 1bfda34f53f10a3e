import type { Schemas } from '@/api/client'

type Chat = Schemas['ChatView']
type Group = Schemas['GroupView']

export interface SortedChats {
  /** Chats that a group can still be bound to. */
  unbound: Chat[]
  bound: Chat[]
}

/** Chats by name. Dismissed ones that never had a group are nobody's work. */
export function sortChats(chats: readonly Chat[]): SortedChats {
  const sorted = chats.toSorted((one, other) => one.name.localeCompare(other.name, 'zh-CN', { numeric: true }))
  return {
    unbound: sorted.filter(chat => chat.groupId === null && chat.dismissedAt === null),
    bound: sorted.filter(chat => chat.groupId !== null),
  }
}

export interface GroupChoice {
  group: Group
  /** The group is called as the chat is, which suggests it and proves nothing. */
  hasSameName: boolean
}

/** The groups that a chat can be bound to, those of its name first. */
export function groupChoices(groups: readonly Group[], chatName: string): GroupChoice[] {
  const choices = groups
    .filter(group => group.channelGroupId === null && group.state !== 'Dissolved')
    .map(group => ({ group, hasSameName: isSameName(group.name, chatName) }))
  return [...choices.filter(choice => choice.hasSameName), ...choices.filter(choice => !choice.hasSameName)]
}

/** The group that is chosen at first: the only one of the chat's name. */
export function suggestedGroup(choices: readonly GroupChoice[]): string | null {
  const [named, another] = choices.filter(choice => choice.hasSameName)
  return named !== undefined && another === undefined ? named.group.id : null
}

// People type full-width digits and spaces as they like.
function isSameName(one: string, other: string): boolean {
  return plain(one) !== '' && plain(one) === plain(other)
}

function plain(name: string): string {
  return name.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase()
}
