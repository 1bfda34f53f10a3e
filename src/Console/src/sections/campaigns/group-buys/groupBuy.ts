import type { Schemas } from '@/api/client'
import { formatCount } from '@/shared/format'
import { toMinor } from '@/shared/money'
import { given, optional } from '../draft'

export type GroupBuy = Schemas['GroupBuyView']
export type Team = Schemas['TeamView']
export type Names = GroupBuy['names']

const CURRENCY = 'CNY'

export interface GroupBuyDraft {
  id: string
  groupIds: string[]
  name: string
  url: string
  size: number | null
  /** In yuan. */
  price: number | null
  closesAt: string
  owner: string
}

export function groupBuyRequestOf(draft: GroupBuyDraft): Schemas['CreateGroupBuyRequest'] {
  return {
    id: optional(draft.id.trim()),
    groupId: given(draft.groupIds[0] ?? ''),
    product: { name: draft.name.trim(), url: optional(draft.url.trim()) },
    size: given(draft.size),
    priceMinor: given(draft.price === null ? null : toMinor(draft.price, CURRENCY)),
    currency: CURRENCY,
    closesAt: given(draft.closesAt),
    owner: optional(draft.owner),
  }
}

type Progress = Pick<Schemas['GroupBuySummaryView'], 'teamCount' | 'fullTeamCount' | 'memberCount'>

/** How many teams are full, and how many people are in all of them. */
export function progressText({ teamCount, fullTeamCount, memberCount }: Progress): string {
  if (teamCount === 0) return '还没有人开团'
  return `${formatCount(teamCount)} 个团，成了 ${formatCount(fullTeamCount)} 个，共 ${formatCount(memberCount)} 人`
}

/** The name of a member, or the id of one without a known name. */
export function nameOf(memberId: string, names: Names): string {
  return names[memberId] ?? memberId
}

/** What a team still needs, or what became of it. */
export function teamText({ state, missing }: Pick<Team, 'state' | 'missing'>): string {
  return {
    Open: `还差 ${missing} 人`,
    Succeeded: '已成团',
    Failed: `没成团，差 ${missing} 人`,
    Cancelled: `已取消，差 ${missing} 人`,
  }[state]
}

/** The order of a member as operators read it. */
export function orderText({ orderId, order }: Pick<Schemas['TeamMember'], 'orderId' | 'order'>): string {
  if (orderId === null) return '还没报订单'
  const told = { Unknown: '店铺还没有消息', Paid: '已付款', Refunded: '已退款' }[order]
  return `订单 ${orderId}，${told}`
}
