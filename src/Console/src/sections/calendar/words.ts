import type { Schemas } from '@/api/client'
import { contentKinds, pushStates } from '@/shared/labels'
import { stepLabel } from '@/shared/messageSteps'

type Guard = Schemas['PushGuard']

/** What a guard asks for; the labels of `pushGuards` tell why it refuses. */
export const guardRules: Readonly<Record<Guard, string>> = {
  GroupOpen: '群要已经开放',
  Paused: '品牌、计划和群都没有暂停',
  Window: '在可以发送的时段里',
  PerDay: '每天的条数上限',
  PerWeek: '每七天的条数上限',
  Spacing: '两条之间的间隔',
  OwnerTaps: '负责人每天手动发送的上限',
  PromotionMix: '广告占比的上限',
  ConsecutivePromotions: '广告不连着发',
  Blackout: '转化期间不打扰',
  Reuse: '素材再次使用的间隔',
  Channel: '渠道的额度',
}

/** A group that is not open takes no messages, whoever wants it. */
export const overridableGuards = (Object.keys(guardRules) as Guard[]).filter(guard => guard !== 'GroupOpen')

export const entryKinds: Readonly<Record<string, string>> = {
  Push: '推送',
  Conversion: '转化',
  FlashSale: '快闪',
  Onboarding: '迎新',
}

const entryStates: Readonly<Record<string, string>> = {
  ...pushStates,
  Held: '先别发',
  WillSend: '将发送',
  WillSkip: '不会发',
  Planned: '待发送',
  Ended: '已结束',
  Closed: '已关闭',
}

export type Tone = 'sent' | 'coming' | 'held' | 'off' | 'bad' | 'past'

const tones: Readonly<Record<string, Tone>> = {
  Sent: 'sent',
  WillSend: 'coming',
  Planned: 'coming',
  Queued: 'coming',
  AwaitingStaff: 'held',
  Held: 'held',
  WillSkip: 'off',
  Skipped: 'off',
  Ended: 'off',
  Closed: 'off',
  Missed: 'bad',
  Failed: 'bad',
}

/** The meaning of a state for the eye; deliveries of sales have further states. */
export function toneOf(state: string): Tone {
  return tones[state] ?? 'coming'
}

export function entryStateText(state: string): string {
  return entryStates[state] ?? state
}

/** A calendar tells no outcome of what is no push: after its time it stays as planned. */
export function shownStateOf(
  { kind, state, at }: { kind: string; state: string; at: string },
  now: Date,
): { text: string; tone: Tone } {
  if (kind !== 'Push' && state === 'Planned' && Date.parse(at) < now.getTime()) return { text: '时间已过', tone: 'past' }
  return { text: entryStateText(state), tone: toneOf(state) }
}

export function contentKindText(kind: string | null | undefined): string {
  const known: Readonly<Record<string, string>> = contentKinds
  return kind == null ? '未定' : (known[kind] ?? kind)
}

/** `武夷岩茶: warm-up` is told as `武夷岩茶 · 预热`, `welcome` as `欢迎语`. */
export function stepText(what: string): string {
  const cut = what.lastIndexOf(': ')
  const name = cut < 0 ? '' : `${what.slice(0, cut)} · `
  return name + stepLabel(cut < 0 ? what : what.slice(cut + 2))
}
