import type { Schemas } from '@/api/client'
import { creditReasons, fraudSignals } from '../labels'

export type Decision = 'accept' | 'refuse'
type Invitee = Schemas['InviteeView']

/** Why an invitee does not count, what is doubtful, and who decided; begins with a comma unless it is empty. */
export function creditNote(invitee: Pick<Invitee, 'reason' | 'signals' | 'hasLeft' | 'review'>): string {
  const { reason, signals, hasLeft, review } = invitee
  const parts = [
    ...(reason === null ? [] : [creditReasons[reason]]),
    ...signals.map(signal => fraudSignals[signal]),
    ...(hasLeft && reason !== 'LeftEarly' ? ['现在不在群里'] : []),
    ...(review === null ? [] : [`${review.reviewer} 审核${review.isAccepted ? '通过' : '不通过'}`]),
  ]
  return [...new Set(parts)].map(part => `，${part}`).join('')
}

/** What a person can decide: about a doubtful credit, and about one that was decided, the other way. */
export function decisionsOf(invitee: Pick<Invitee, 'state' | 'signals' | 'review'>): readonly Decision[] {
  if (invitee.state === 'UnderReview') return ['accept', 'refuse']
  if (invitee.review === null || invitee.signals.length === 0) return []
  return invitee.review.isAccepted ? ['refuse'] : ['accept']
}
