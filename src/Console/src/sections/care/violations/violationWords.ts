import type { Schemas } from '@/api/client'
import type { Labels } from '@/shared/labels'

export const violationKinds: Labels<'ViolationKind'> = {
  Advertisement: '发广告',
  Abuse: '辱骂他人',
  Fraud: '涉嫌诈骗',
  Other: '其他违规',
}

export const measures: Labels<'ViolationMeasure'> = { Warning: '提醒', RedPacket: '发红包', Removal: '移出群' }

export const violationStates: Labels<'ViolationState'> = {
  Warned: '提醒一次',
  Proposed: '等裁定',
  Upheld: '已裁定',
  Appealed: '申诉中',
  Dismissed: '不算违规',
}

export const violationStateTypes: Readonly<Record<Schemas['ViolationState'], 'warning' | 'danger' | 'info'>> = {
  Warned: 'info',
  Proposed: 'warning',
  Upheld: 'danger',
  Appealed: 'warning',
  Dismissed: 'info',
}

export const steps: Labels<'ViolationStep'> = {
  Reported: '登记',
  Repeated: '裁定前又发',
  Appealed: '申诉',
  Upheld: '裁定：属实',
  Dismissed: '裁定：不算违规',
}

/** Who reports what the channel heard. */
export const CHANNEL = 'channel'

export function reporterOf(by: string): string {
  return by === CHANNEL ? '系统听到' : by
}

/** What a viewer sees in place of words. */
export const HIDDEN = '内容只给运营看'
