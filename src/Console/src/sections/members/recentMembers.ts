const KEY = 'members'
const MOST = 12

export interface RecentMember {
  memberId: string
  name: string
}

type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem'>

/** The members that were looked at in this browser, the latest first. */
export function recentMembers(storage: Storage = localStorage): RecentMember[] {
  try {
    const read: unknown = JSON.parse(storage.getItem(KEY) ?? '[]')
    return Array.isArray(read) ? (read as RecentMember[]) : []
  } catch {
    return []
  }
}

/** A name that is known stays when the member is opened by the id alone. */
export function rememberMember(member: RecentMember, storage: Storage = localStorage): void {
  const before = recentMembers(storage)
  const known = before.find(({ memberId }) => memberId === member.memberId)
  const others = before.filter(({ memberId }) => memberId !== member.memberId)
  const entry = { memberId: member.memberId, name: member.name || (known?.name ?? '') }
  storage.setItem(KEY, JSON.stringify([entry, ...others].slice(0, MOST)))
}
