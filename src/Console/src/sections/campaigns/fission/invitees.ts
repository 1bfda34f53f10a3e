import { api, bodyOf, type Schemas } from '@/api/client'
import { readPages } from '@/api/pages'

const PAGE = 200
const MOST_PAGES = 5
const MOST_GROUPS = 20

export interface Invitees {
  members: Schemas['MemberView'][]
  /** True when a group is larger than what was read, or there are more groups. */
  isPartial: boolean
}

/** Whether a member came by this participant. */
export function isInvitee(
  member: Pick<Schemas['MemberView'], 'memberId' | 'code' | 'invitedBy'>,
  inviterId: string,
  code: string | null,
): boolean {
  if (member.memberId === inviterId) return false
  return code === null ? member.invitedBy === inviterId : member.code === code
}

/**
 * Whom a participant brought into the groups of a campaign. The API lists no invitees, so the members of the groups are
 * read and compared.
 */
export async function findInvitees(
  campaign: Pick<Schemas['CampaignView'], 'groupIds'>,
  inviterId: string,
  code: string | null,
): Promise<Invitees> {
  const found = new Map<string, Schemas['MemberView']>()
  let isPartial = campaign.groupIds.length > MOST_GROUPS
  for (const groupId of campaign.groupIds.slice(0, MOST_GROUPS)) {
    const read = await readPages(
      continuation =>
        bodyOf(
          api.GET('/api/groups/{groupId}/members', {
            params: { path: { groupId }, query: { top: PAGE, continuation } },
          }),
        ),
      MOST_PAGES,
    )
    isPartial = isPartial || read.isPartial
    for (const member of read.items) if (isInvitee(member, inviterId, code)) found.set(member.memberId, member)
  }
  return { members: [...found.values()], isPartial }
}
