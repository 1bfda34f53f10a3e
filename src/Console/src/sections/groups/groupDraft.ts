import type { Schemas } from '@/api/client'
import { type CharterDraft, newCharter, toCharter } from './charterDraft'
import { type NamingDraft, toNaming } from './namingDraft'
import type { GroupChanges, GroupPart } from './useGroupForm'

/** What is typed into the form of a group. */
export interface GroupDraft {
  id: string
  name: string
  /** Makes the name; null for a name that is typed. */
  naming: NamingDraft | null
  kind: Schemas['GroupKind']
  capacity: number
  joinUrl: string
  owner: string
  tags: string[]
  charter: CharterDraft
}

export const groupFieldNames = ['id', 'name', 'naming', 'kind', 'capacity', 'joinUrl', 'owner', 'tags'] as const

export function newDraft(): GroupDraft {
  return {
    id: '',
    name: '',
    naming: null,
    kind: 'SuperUser',
    capacity: 200,
    joinUrl: '',
    owner: '',
    tags: [],
    charter: newCharter(),
  }
}

/** An empty field is absent, so that the API says which is missing. */
export function toRequest(draft: GroupDraft): Schemas['CreateGroupRequest'] {
  return {
    id: orNull(draft.id),
    name: draft.naming === null ? draft.name.trim() : null,
    naming: draft.naming === null ? null : toNaming(draft.naming),
    kind: draft.kind,
    capacity: draft.capacity,
    joinUrl: orNull(draft.joinUrl),
    owner: orNull(draft.owner),
    tags: draft.tags,
    charter: toCharter(draft.charter),
  }
}

export type GroupEdit = Pick<GroupDraft, 'name' | 'naming' | 'capacity' | 'joinUrl' | 'owner' | 'tags'>

export const groupPart: GroupPart<GroupEdit> = {
  fields: groupFieldNames,
  editOf: ({ name, naming, capacity, joinUrl, owner, tags }) => ({
    name,
    naming: naming === null ? null : { ...naming },
    capacity,
    joinUrl: joinUrl ?? '',
    owner: owner ?? '',
    tags: [...tags],
  }),
  changesOf: (opened, edit) => {
    const changes: GroupChanges = { ...nameChanges(opened, edit) }
    if (edit.capacity !== opened.capacity) changes.capacity = edit.capacity
    if (edit.joinUrl.trim() !== opened.joinUrl) changes.joinUrl = orNull(edit.joinUrl)
    if (edit.owner !== opened.owner) changes.owner = orNull(edit.owner)
    if (edit.tags.join('\n') !== opened.tags.join('\n')) changes.tags = edit.tags.length === 0 ? null : edit.tags
    return changes
  },
}

function nameChanges(opened: GroupEdit, edit: GroupEdit): GroupChanges {
  if (JSON.stringify(edit.naming) !== JSON.stringify(opened.naming)) {
    if (edit.naming !== null) return { naming: toNaming(edit.naming) }
    return edit.name.trim() === opened.name ? { naming: null } : { naming: null, name: edit.name.trim() }
  }
  return edit.naming === null && edit.name.trim() !== opened.name ? { name: edit.name.trim() } : {}
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim()
}
