import type { Schemas } from '@/api/client'
import { given, nextKey, optional } from '../draft'

export interface WaveDraft {
  key: number
  at: string
  text: string
  url: string
  isSent: boolean
}

export interface FlashSaleDraft {
  closesAt: string
  quantity: number | null
  farewell: string
  waves: WaveDraft[]
}

export interface FlashSaleSetup {
  id: string
  name: string
  groupIds: string[]
  opensAt: string
  newBuyerGroupIds: string[]
}

export function newWave(at: string): WaveDraft {
  return { key: nextKey(), at, text: '', url: '', isSent: false }
}

export function flashSaleDraftOf(view: Schemas['FlashSaleView']): FlashSaleDraft {
  return {
    closesAt: view.closesAt,
    quantity: view.quantity,
    farewell: view.farewell,
    waves: view.waves.map(({ at, text, url, sent }) => ({ key: nextKey(), at, text, url: url ?? '', isSent: sent })),
  }
}

function waveRequestOf({ at, text, url }: WaveDraft): Schemas['WaveRequest'] {
  return { at: given(at), text, url: optional(url.trim()) }
}

export function flashSaleRequestOf(
  draft: FlashSaleDraft,
  setup: FlashSaleSetup,
): Schemas['CreateFlashSaleRequest'] {
  return {
    id: optional(setup.id.trim()),
    name: setup.name.trim(),
    groups: setup.groupIds.map(groupId => ({ groupId })),
    opensAt: given(setup.opensAt),
    waves: draft.waves.map(waveRequestOf),
    closesAt: given(draft.closesAt),
    quantity: optional(draft.quantity),
    farewell: draft.farewell.trim(),
    newBuyerGroupId: optional(setup.newBuyerGroupIds[0] ?? ''),
  }
}

/** All that can be edited; the waves are all of them, the sent ones unchanged. */
export function flashSaleEditOf(draft: FlashSaleDraft): Schemas['EditFlashSaleRequest'] {
  return {
    closesAt: given(draft.closesAt),
    quantity: draft.quantity,
    farewell: draft.farewell.trim(),
    waves: draft.waves.length === 0 ? null : draft.waves.map(waveRequestOf),
  }
}
