import type { Schemas } from '@/api/client'

type Group = Schemas['GroupView']

export interface GroupFilter {
  text: string
  kind: Group['kind'] | ''
  state: Group['state'] | ''
}

/** Groups of a kind and state whose name, id or tag contains the text. */
export function filterGroups(groups: readonly Group[], { text, kind, state }: GroupFilter): Group[] {
  const wanted = text.trim().toLowerCase()
  return groups.filter(
    group =>
      (kind === '' || group.kind === kind) &&
      (state === '' || group.state === state) &&
      (wanted === '' || [group.name, group.id, ...group.tags].some(part => part.toLowerCase().includes(wanted))),
  )
}
