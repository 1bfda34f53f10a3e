import type { Schemas } from '@/api/client'
import { formatDuration, formatInstant } from '@/shared/format'

export type Feedback = Schemas['FeedbackView']

export function isOverdue({ state, dueAt }: Pick<Feedback, 'state' | 'dueAt'>, now: Date): boolean {
  return state === 'Open' && Date.parse(dueAt) < now.getTime()
}

/** Whether there is time left to answer, or whether the answer came in time. */
export function timeText(item: Pick<Feedback, 'state' | 'dueAt' | 'answeredAt' | 'inTime'>, now: Date): string {
  const left = formatDuration(Date.parse(item.dueAt) - now.getTime())
  if (item.answeredAt !== null) {
    return `${formatInstant(item.answeredAt, now)} 答复，${item.inTime ? '没超时' : '超时了'}`
  }
  if (item.state !== 'Open') return ''
  const due = `${formatInstant(item.dueAt, now)} 之前答复`
  return isOverdue(item, now) ? `逾期 ${left}（${due}）` : `还有 ${left}（${due}）`
}

/** What is chosen of a list; empty chooses all. */
export interface FeedbackChoice {
  groupId: string
  kind: string
  state: string
}

export const ALL_STATES = 'all'

type Query = { groupId?: string; kind?: Schemas['FeedbackKind']; state?: Schemas['FeedbackState'] }

/** The query of the API. Without a group it lists open feedback only. */
export function queryOf({ groupId, kind, state }: FeedbackChoice): Query {
  const isChosen = groupId !== '' && state !== ALL_STATES && state !== ''
  const wanted = groupId === '' ? 'Open' : undefined
  return {
    groupId: groupId || undefined,
    kind: (kind || undefined) as Query['kind'],
    state: isChosen ? (state as Query['state']) : wanted,
  }
}

/** A step after the feedback itself. */
export interface FeedbackStep {
  key: string
  label: string
  at: string
  by: string | null
  /** Undefined for viewers. */
  text: string | undefined
}

/** Further messages, answers and the outcome, in order of time. */
export function stepsOf({ notes, answers, outcome }: Pick<Feedback, 'notes' | 'answers' | 'outcome'>): FeedbackStep[] {
  const steps = [
    ...notes.map(({ at, text }, index) => ({ key: `note-${index}`, label: '又说', at, by: null, text })),
    ...answers.map(({ number, at, by, text, toldMember }) => ({
      key: `answer-${number}`, label: toldMember ? '答复，已私信成员' : '答复，没有私信成员', at, by, text,
    })),
  ].sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
  if (outcome === null) return steps
  const { at, by, text, toldGroup } = outcome
  return [...steps, { key: 'outcome', label: toldGroup ? '结果，已告诉群里' : '结果，没有告诉群里', at, by, text }]
}
