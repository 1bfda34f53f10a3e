import type { Schemas } from '@/api/client'
import { fromMinor, toMinor } from '@/shared/money'
import { given, nextKey } from '../draft'

export interface TierDraft {
  key: number
  invites: number | null
  kind: Schemas['RewardKind']
  title: string
  percentOff: number | null
  points: number | null
  /** Yuan. */
  cost: number | null
  stock: number | null
}

// Rewards are counted in fen.
const CURRENCY = 'CNY'

export function newTier(invites: number | null = null): TierDraft {
  return {
    key: nextKey(),
    invites,
    kind: 'Discount',
    title: '',
    percentOff: null,
    points: null,
    cost: null,
    stock: null,
  }
}

export function tierDraftOf({ invites, reward }: Schemas['Tier']): TierDraft {
  return {
    key: nextKey(),
    invites,
    kind: reward.kind,
    title: reward.title,
    percentOff: reward.percentOff,
    points: reward.points,
    cost: reward.costMinor === null ? null : fromMinor(reward.costMinor, CURRENCY),
    stock: reward.stock,
  }
}

/** The figures that belong to the kind; what was typed for another kind stays in the form only. */
export function tierRequestOf(draft: TierDraft): Schemas['TierRequest'] {
  const { kind, title } = draft
  return {
    invites: given(draft.invites),
    reward: {
      kind,
      title: title.trim(),
      ...(kind === 'Discount' ? { percentOff: given(draft.percentOff) } : {}),
      ...(kind === 'Points' ? { points: given(draft.points) } : {}),
      ...(kind === 'Gift'
        ? { costMinor: draft.cost === null ? undefined : toMinor(draft.cost, CURRENCY), stock: given(draft.stock) }
        : {}),
    },
  }
}

/** What a reward is worth, in words. */
export function rewardText(reward: Schemas['RewardTerms']): string {
  switch (reward.kind) {
    case 'Discount':
      return reward.percentOff === null ? '' : `减 ${reward.percentOff}%`
    case 'Points':
      return reward.points === null ? '' : `${reward.points} 积分`
    case 'Gift':
      return `成本 ¥${fromMinor(reward.costMinor ?? 0, CURRENCY)}，共 ${reward.stock ?? 0} 份`
    default:
      return ''
  }
}
