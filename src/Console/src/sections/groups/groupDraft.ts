import type { Schemas } from '@/api/client'

/** What is typed into the form of a group. */
export interface GroupDraft {
  id: string
  name: string
  kind: Schemas['GroupKind']
  capacity: number
  joinUrl: string
  owner: string
  tags: string[]
  charter: CharterDraft
}

export interface CharterDraft {
  audience: string
  service: string
  benefits: string[]
  rules: string[]
  endsAt: string | null
  ending: string
}

export const groupFieldNames = ['id', 'name', 'kind', 'capacity', 'joinUrl', 'owner', 'tags'] as const

export const charterFieldNames = [
  'charter.audience',
  'charter.service',
  'charter.benefits',
  'charter.rules',
  'charter.endsAt',
  'charter.ending',
] as const

export function newDraft(): GroupDraft {
  return {
    id: '',
    name: '',
    kind: 'SuperUser',
    capacity: 200,
    joinUrl: '',
    owner: '',
    tags: [],
    charter: { audience: '', service: '', benefits: [], rules: [], endsAt: null, ending: '' },
  }
}

/** An empty field is absent, so that the API says which is missing. */
export function toRequest(draft: GroupDraft): Schemas['CreateGroupRequest'] {
  return {
    id: orNull(draft.id),
    name: draft.name.trim(),
    kind: draft.kind,
    capacity: draft.capacity,
    joinUrl: orNull(draft.joinUrl),
    owner: orNull(draft.owner),
    tags: draft.tags,
    charter: { ...draft.charter },
  }
}

export interface GroupEdit {
  name: string
  capacity: number
  joinUrl: string
  owner: string
  tags: string[]
}

export function editOf(group: Schemas['GroupView']): GroupEdit {
  const { name, capacity, joinUrl, owner, tags } = group
  return { name, capacity, joinUrl: joinUrl ?? '', owner: owner ?? '', tags: [...tags] }
}

/** Only what differs from the version that was opened: another's change of another field stays. */
export function changesOf(opened: GroupEdit, edit: GroupEdit): Omit<Schemas['EditGroupRequest'], 'by'> {
  const changes: Omit<Schemas['EditGroupRequest'], 'by'> = {}
  if (edit.name.trim() !== opened.name) changes.name = edit.name.trim()
  if (edit.capacity !== opened.capacity) changes.capacity = edit.capacity
  if (edit.joinUrl.trim() !== opened.joinUrl) changes.joinUrl = orNull(edit.joinUrl)
  if (edit.owner !== opened.owner) changes.owner = orNull(edit.owner)
  if (edit.tags.join('\n') !== opened.tags.join('\n')) changes.tags = edit.tags.length === 0 ? null : edit.tags
  return changes
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim()
}
