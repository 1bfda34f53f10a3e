import type { Schemas } from '@/api/client'

export type Crisis = Schemas['CrisisView']
export type CrisisSummary = Schemas['CrisisSummaryView']
export type CrisisTask = Schemas['CrisisTaskView']

/** The open crises first, the newest first among each. */
export function sortCrises(crises: readonly CrisisSummary[]): CrisisSummary[] {
  const rank = ({ state }: CrisisSummary) => (state === 'Open' ? 0 : 1)
  return [...crises].sort((a, b) => rank(a) - rank(b) || Date.parse(b.openedAt) - Date.parse(a.openedAt))
}

export type TaskState = 'open' | 'overdue' | 'done' | 'late' | 'withdrawn'

export const taskStates: Readonly<Record<TaskState, string>> = {
  open: '没做完',
  overdue: '已超时',
  done: '按时做完',
  late: '做完了，超时',
  withdrawn: '不用做了',
}

export const taskStateTypes: Readonly<Record<TaskState, 'warning' | 'danger' | 'success' | 'info'>> = {
  open: 'warning',
  overdue: 'danger',
  done: 'success',
  late: 'warning',
  withdrawn: 'info',
}

/** How a task stands at an instant. The end of the crisis withdraws the tasks that are left. */
export function taskStateOf(task: Pick<CrisisTask, 'dueAt' | 'doneAt' | 'isWithdrawn'>, now: Date): TaskState {
  const due = Date.parse(task.dueAt)
  if (task.isWithdrawn) return 'withdrawn'
  if (task.doneAt === null) return due < now.getTime() ? 'overdue' : 'open'
  return Date.parse(task.doneAt) > due ? 'late' : 'done'
}

const GAP = /（写清楚[^）]*）?/g

/** The parts of a prepared statement that a person still has to write. */
export function gapsOf(text: string): string[] {
  return text.match(GAP) ?? []
}

/** The timeline with the newest entry first, each with a key that stays. */
export function newestFirst(timeline: Crisis['timeline']) {
  return timeline.map((entry, index) => ({ ...entry, key: index })).reverse()
}
