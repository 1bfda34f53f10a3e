import type { Schemas } from '@/api/client'
import type { Labels } from '@/shared/labels'

export const figureNames = {
  spentMinor: '累计消费',
  orders: '累计下单',
  credits: '成功邀请',
  activeDays: '90 天里活跃',
} as const

export type Figure = keyof typeof figureNames

export const figureUnits: Record<Figure, string> = {
  spentMinor: '元以上',
  orders: '单以上',
  credits: '人以上',
  activeDays: '天以上',
}

export const statuses: Labels<'SuperUserStatus'> = {
  Candidate: '可以邀请',
  Invited: '已邀请',
  Member: '群里的',
  UnderReview: '复核中',
  Removed: '决定移出',
}

export const sorts: Labels<'SuperUserSort'> = { None: '还没达标', Potential: '潜在', Super: '超级用户' }

export const sortTypes: Record<Schemas['SuperUserSort'], 'info' | 'primary' | 'success'> = {
  None: 'info',
  Potential: 'primary',
  Super: 'success',
}

export const mixStates: Labels<'MixState'> = { TooFew: '超级用户偏少', Within: '比例正好', TooMany: '超级用户偏多' }
