import type { Schemas } from '@/api/client'
import type { Labels } from '@/shared/labels'

type Tone = 'primary' | 'success' | 'info' | 'warning' | 'danger'

export const campaignModes: Labels<'CampaignMode'> = { PosterShare: '扫海报进群', DirectInvite: '直接拉人进群' }

export const campaignModeNotes: Labels<'CampaignMode'> = {
  PosterShare: '每位成员有自己的海报和二维码；谁的码带来的人，就算谁的邀请。',
  DirectInvite: '成员在微信里直接邀请好友进群；按微信记录的邀请人计算，不用扫码。',
}

export const campaignStates: Labels<'CampaignState'> = {
  Planned: '未开始',
  Open: '进行中',
  Closed: '已截止，待结算',
  Settled: '已结算',
  Cancelled: '已取消',
}

export const campaignTones: Readonly<Record<Schemas['CampaignState'], Tone>> = {
  Planned: 'primary',
  Open: 'success',
  Closed: 'warning',
  Settled: 'info',
  Cancelled: 'info',
}

export const fraudSignals: Labels<'FraudSignal'> = {
  Ring: '互相邀请',
  SecondIdentity: '同一个人的另一个账号',
  Burst: '十秒内来了十人以上',
  Hollow: '带来的人都已退群',
}

export const targetStates: Labels<'TargetState'> = {
  None: '未达标',
  Invited: '达标，已邀请入群',
  Joined: '达标，已入群',
  Expired: '达标，邀请已过期',
}

export const creditStates: Labels<'CreditState'> = {
  None: '不计',
  Credited: '有效',
  Revoked: '已退群，不计',
  UnderReview: '待审核',
  Refused: '不通过',
}

export const creditTones: Readonly<Record<Schemas['CreditState'], Tone>> = {
  None: 'info',
  Credited: 'success',
  Revoked: 'info',
  UnderReview: 'warning',
  Refused: 'danger',
}

export const creditReasons: Labels<'CreditReason'> = {
  LeftEarly: '观察期里退了群',
  NotANewcomer: '以前就进过品牌的群',
  SecondIdentity: '同一个人的另一个账号',
  RefusedByReview: '审核没有通过',
  Doubtful: '有疑问，等人审核',
}

export const conversionTones: Readonly<Record<Schemas['ConversionState'], Tone>> = {
  Planned: 'primary',
  WarmingUp: 'warning',
  Selling: 'success',
  Held: 'danger',
  Closed: 'info',
  Cancelled: 'info',
}

export const conversionSteps: Labels<'ConversionStep'> = {
  WarmUp: '预热话题',
  Link: '发购买链接',
  LastCall: '最后提醒',
  Closing: '收尾',
}

export const arms: Labels<'Arm'> = { WarmUp: '先预热再发链接', LinkOnly: '只发链接（对照）' }

export const interestLevels: Labels<'InterestLevel'> = { Low: '低', Medium: '中', High: '高' }

export const drives: Labels<'PurchaseDrive'> = {
  Pain: '解决痛点',
  Delight: '喜欢、享受',
  Belonging: '归属感',
  Fit: '适合自己',
  Impulse: '机不可失',
  Trust: '信任推荐',
}

export const flashStates: Labels<'FlashSaleState'> = {
  Planned: '建群中',
  Open: '等开售',
  Selling: '销售中',
  Closing: '收尾中',
  Dissolving: '解散中',
  Overdue: '解散逾期',
  Dissolved: '已解散',
}

export const flashTones: Readonly<Record<Schemas['FlashSaleState'], Tone>> = {
  Planned: 'primary',
  Open: 'primary',
  Selling: 'success',
  Closing: 'warning',
  Dissolving: 'warning',
  Overdue: 'danger',
  Dissolved: 'info',
}

export const groupBuyStates: Labels<'GroupBuyState'> = {
  Open: '拼团中',
  Succeeded: '已成团',
  Failed: '没成团',
  Cancelled: '已取消',
}

export const groupBuyTones: Readonly<Record<Schemas['GroupBuyState'], Tone>> = {
  Open: 'primary',
  Succeeded: 'success',
  Failed: 'warning',
  Cancelled: 'info',
}

export const flashWaits: Labels<'FlashGroupWait'> = {
  Time: '等到点',
  Channel: '等平台完成',
  Staff: '等员工处理任务',
  Operator: '被人暂停，等恢复',
}

export const signalKinds: Labels<'SignalKind'> = {
  Reply: '回复',
  Question: '提问',
  Price: '问价格',
  Mention: '提到商品',
  Vote: '投票',
  Click: '点击',
}
