import type { Schemas } from '@/api/client'
import type { Labels } from '@/shared/labels'

export const feedbackKinds: Labels<'FeedbackKind'> = { Suggestion: '意见', Complaint: '投诉', Question: '提问' }

export const feedbackKindTypes: Readonly<Record<Schemas['FeedbackKind'], 'success' | 'danger' | 'info'>> = {
  Suggestion: 'success',
  Complaint: 'danger',
  Question: 'info',
}

export const feedbackStates: Labels<'FeedbackState'> = { Open: '等答复', Answered: '已答复', Closed: '已结束' }

export const feedbackSources: Labels<'FeedbackSource'> = { Staff: '录入', Api: '系统录入', Group: '群里说的' }

/** What a viewer sees in place of words. */
export const HIDDEN = '内容只给运营看'
