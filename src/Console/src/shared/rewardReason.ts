// Why a reward is withheld, or that a redeemed one lost its tier.
const REASONS: Readonly<Record<string, string>> = {
  UnderReview: '邀请待审核',
  SoldOut: '礼品已发完',
  GiftCap: '超过每人礼品上限',
}

export function rewardReason(reason: string | null): string {
  return reason === null ? '' : (REASONS[reason] ?? reason)
}
