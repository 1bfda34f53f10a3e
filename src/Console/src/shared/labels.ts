import type { Schemas } from '@/api/client'

/** A label for each name of an enum of the API. */
export type Labels<Name extends keyof Schemas> = Schemas[Name] extends string
  ? Readonly<Record<Schemas[Name], string>>
  : never

export const groupKinds: Labels<'GroupKind'> = {
  Flash: '快闪群',
  NewBuyer: '新用户群',
  SuperUser: '超级用户群',
  Delivery: '交付群',
}

export const groupStates: Labels<'GroupState'> = {
  Planned: '待开放',
  Open: '开放',
  Full: '已满',
  Closed: '已关闭',
  Dissolving: '解散中',
  Dissolved: '已解散',
}

export const holdCauses: Labels<'HoldCause'> = { Operator: '人工暂停', Crisis: '危机暂停' }

export const pushStates: Labels<'PushState'> = {
  Planned: '待发送',
  Held: '已暂停',
  Queued: '排队中',
  AwaitingStaff: '等人发送',
  Sent: '已发送',
  Missed: '错过',
  Failed: '失败',
  Skipped: '跳过',
}

export const pushSkipCauses: Labels<'PushSkipCause'> = {
  Guard: '规则不允许',
  Operator: '人工跳过',
  Held: '暂停中',
  NoContent: '没有素材',
  ContentNotValid: '素材不可用',
  HolidaysUnknown: '节假日未知',
  PlanChanged: '计划已改',
  Downtime: '系统停机',
  MergedIntoNext: '并入下一条',
  Delivery: '送达失败',
}

export const pushGuards: Labels<'PushGuard'> = {
  GroupOpen: '群不在开放状态',
  Paused: '暂停中',
  Window: '不在推送时段',
  PerDay: '当天条数已满',
  PerWeek: '本周条数已满',
  Spacing: '间隔太短',
  OwnerTaps: '群主当天操作太多',
  PromotionMix: '广告占比太高',
  ConsecutivePromotions: '广告连着发',
  Blackout: '活动期间不推送',
  Reuse: '素材近期用过',
  Channel: '渠道限额',
}

export const taskKinds: Labels<'StaffTaskKind'> = {
  SendMessage: '发消息',
  ConfirmMessage: '确认群发',
  CheckMessage: '核对消息',
  CreateGroup: '建群',
  OpenJoinCode: '生成入群码',
  RemoveMember: '移出成员',
  DissolveGroup: '解散群',
  AddGroup: '补充新群',
  CharterGroup: '登记群定位',
  PrepareContent: '准备素材',
  SendPushes: '今日节奏',
  SetWelcome: '设置欢迎语',
  BindChat: '绑定群',
  HandleCrisis: '处理危机',
  DecideOnCrisis: '判断是否危机',
  DecideOnEnd: '判断群的去留',
  ReviewGroup: '复盘群定位',
  AnswerFeedback: '回复反馈',
  EscalateFeedback: '反馈超时',
  WarnMember: '提醒违规成员',
  AskForRedPacket: '请成员发红包',
  DecideOnViolation: '裁定违规',
  KeepPromise: '兑现承诺',
  RefundGroupBuy: '拼团退款',
  InviteSuperUser: '邀请超级用户',
  WelcomeSuperUser: '欢迎超级用户',
  ReviewSuperUsers: '复核超级用户',
}

export const sendingWays: Labels<'SendingWay'> = { ByHand: '手动发送', GroupSend: '群发助手' }

export const conversionStates: Labels<'ConversionState'> = {
  Planned: '未开始',
  WarmingUp: '预热中',
  Selling: '销售中',
  Held: '已暂停',
  Closed: '已结束',
  Cancelled: '已取消',
}

export const contentKinds: Labels<'ContentKind'> = {
  Useful: '有用',
  Fun: '有趣',
  Scarce: '有料',
  Promotion: '广告',
}

// States that the API tells as plain text.
const otherStates: Readonly<Record<string, string>> = { WillSend: '将发送', WillSkip: '将跳过', Ended: '已结束' }

/** The state of an item of a calendar or day sheet. */
export function stateLabel(state: string): string {
  const known: Readonly<Record<string, string>> = { ...otherStates, ...conversionStates, ...pushStates }
  return known[state] ?? state
}

/** The label of what a record may have as a key, such as a guard or another cause. */
export function skipLabel(key: string): string {
  const known: Readonly<Record<string, string>> = { ...pushSkipCauses, ...pushGuards }
  return known[key] ?? key
}
