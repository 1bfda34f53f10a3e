import type { Schemas } from '@/api/client'
import { toMinor } from '@/shared/money'
import { given, optional } from '../draft'
import { newTier, type TierDraft, tierRequestOf } from './tierDraft'

export interface CampaignDraft {
  id: string
  name: string
  mode: Schemas['CampaignMode']
  opensAt: string
  closesAt: string
  groupIds: string[]
  tiers: TierDraft[]
  hasTarget: boolean
  targetInvites: number | null
  targetGroupIds: string[]
  graceHours: number | null
  newcomersOnly: boolean
  /** Yuan. */
  giftCap: number | null
  acknowledgement: string
  nextStep: string
}

export function newCampaign(opensAt: string, closesAt: string): CampaignDraft {
  return {
    id: '',
    name: '',
    mode: 'PosterShare',
    opensAt,
    closesAt,
    groupIds: [],
    tiers: [newTier(1)],
    hasTarget: false,
    targetInvites: null,
    targetGroupIds: [],
    graceHours: 24,
    newcomersOnly: false,
    giftCap: 3,
    acknowledgement: '',
    nextStep: '',
  }
}

export function campaignRequestOf(draft: CampaignDraft): Schemas['CreateCampaignRequest'] {
  return {
    id: optional(draft.id.trim()),
    name: draft.name.trim(),
    mode: draft.mode,
    opensAt: given(draft.opensAt),
    closesAt: given(draft.closesAt),
    groupIds: draft.groupIds,
    tiers: draft.tiers.map(tierRequestOf),
    target: draft.hasTarget
      ? { invites: given(draft.targetInvites), groupId: given(draft.targetGroupIds[0] ?? '') }
      : undefined,
    graceHours: optional(draft.graceHours),
    newcomersOnly: draft.newcomersOnly,
    giftCapMinor: draft.giftCap === null ? undefined : toMinor(draft.giftCap, 'CNY'),
    acknowledgement: draft.acknowledgement.trim() === '' ? undefined : { reason: draft.acknowledgement.trim() },
    nextStep: optional(draft.nextStep.trim()),
  }
}
