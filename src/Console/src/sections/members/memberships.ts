import { api, bodyOf, type Schemas } from '@/api/client'
import { readPages } from '@/api/pages'

const PAGE = 200
const MOST_PAGES = 5

export interface Membership {
  groupId: string
  member: Schemas['MemberView']
}

export interface Search {
  found: Membership[]
  /** Groups of which not all members were read. */
  partial: string[]
}

/** Looks for a member among the first members of these groups: the API finds groups of no member. */
export async function findMemberships(
  memberId: string,
  groupIds: readonly string[],
  onProgress: (done: number) => void,
): Promise<Search> {
  const search: Search = { found: [], partial: [] }
  for (const [index, groupId] of groupIds.entries()) {
    const read = await readPages(
      continuation =>
        bodyOf(
          api.GET('/api/groups/{groupId}/members', {
            params: { path: { groupId }, query: { top: PAGE, continuation } },
          }),
        ),
      MOST_PAGES,
    )
    const member = read.items.find(candidate => candidate.memberId === memberId)
    if (member !== undefined) search.found.push({ groupId, member })
    else if (read.isPartial) search.partial.push(groupId)
    onProgress(index + 1)
  }
  return search
}
