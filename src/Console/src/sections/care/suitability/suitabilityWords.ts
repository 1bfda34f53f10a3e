import type { Schemas } from '@/api/client'
import type { Labels } from '@/shared/labels'
import type { AnswerField } from './assessment'

export const verdicts: Labels<'SuitabilityVerdict'> = {
  Recommended: '建议做社群',
  Selective: '挑着做',
  NotRecommended: '先不做社群',
}

/** What the verdict means. */
export const verdictNotes: Labels<'SuitabilityVerdict'> = {
  Recommended: '产品、成交、售后三个方面都合适。',
  Selective: '有的方面合适，有的不合适：只建合适的那几种群。',
  NotRecommended: '三个方面都不合适：建了群也没有话说、带不来成交、接不住售后。',
}

export const verdictTypes: Readonly<Record<Schemas['SuitabilityVerdict'], 'success' | 'warning' | 'info'>> = {
  Recommended: 'success',
  Selective: 'warning',
  NotRecommended: 'info',
}

export const sides: Labels<'SuitabilitySide'> = { Product: '产品', Deal: '成交', AfterSale: '售后' }

export interface Question {
  field: AnswerField
  text: string
  help: string
  /** What is shown of an answer. */
  short: string
}

/** The questions in the order of the form, by side. */
export const questions: Readonly<Record<Schemas['SuitabilitySide'], readonly Question[]>> = {
  Product: [
    {
      field: 'product.discussable',
      text: '产品有没有可聊的？',
      help: '用的人会不会主动聊：怎么选、怎么用、用了怎么样。',
      short: '有话题可聊',
    },
    {
      field: 'product.needsExplaining',
      text: '产品要不要讲解？',
      help: '看一眼页面就懂、就会买的，算不用。',
      short: '需要讲解',
    },
    {
      field: 'product.otherNeeds',
      text: '还能不能满足别的需求？',
      help: '除了产品本身：认识同好、学点东西、省心省时间。',
      short: '满足别的需求',
    },
  ],
  Deal: [
    {
      field: 'deal.reputation',
      text: '现在的口碑有几分？',
      help: '3 分及以上算口碑好。看评价、复购和转介绍，别凭感觉。',
      short: '口碑',
    },
    {
      field: 'deal.trustCanGrow',
      text: '群能不能建立信任？',
      help: '看别人用、跟专业的人聊、看你怎么处理问题，会不会更放心买。',
      short: '群能建立信任',
    },
  ],
  AfterSale: [
    {
      field: 'afterSale.mustTeach',
      text: '用户买了要不要教？',
      help: '不教就用不好、用不起来的，算要教。',
      short: '用户要教',
    },
    {
      field: 'afterSale.services',
      text: '买了之后还有没有服务？',
      help: '如答疑、复诊、带练、保养、活动。',
      short: '有后续服务',
    },
  ],
}

export const reputations: readonly { value: number; label: string }[] = [
  { value: 1, label: '1 很差' },
  { value: 2, label: '2 差' },
  { value: 3, label: '3 还行' },
  { value: 4, label: '4 好' },
  { value: 5, label: '5 很好' },
]
