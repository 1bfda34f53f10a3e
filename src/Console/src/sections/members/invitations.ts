import type { Schemas } from '@/api/client'

type Counts = Pick<Schemas['ParticipationView'], 'credits' | 'revoked' | 'underReview' | 'refused' | 'tier'>

/** Whom a member invited in one campaign, by what became of them; what is zero is left out. */
export function invitationText(counts: Counts): string {
  const { credits, revoked, underReview, refused, tier } = counts
  const invited = credits + revoked + underReview + refused
  if (invited === 0) return '领了海报，还没有带来人'
  const parts = [
    `带来 ${invited} 人，${credits} 人有效`,
    ...(underReview > 0 ? [`${underReview} 人待审核`] : []),
    ...(revoked > 0 ? [`${revoked} 人退群不计`] : []),
    ...(refused > 0 ? [`${refused} 人不算`] : []),
    ...(tier === null ? [] : [`达到 ${tier} 人档`]),
  ]
  return parts.join('，')
}
