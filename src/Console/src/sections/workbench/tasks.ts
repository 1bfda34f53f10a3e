import type { Schemas } from '@/api/client'

type Task = Schemas['StaffTaskView']

const MESSAGE_KINDS: readonly Task['kind'][] = ['SendMessage', 'ConfirmMessage', 'CheckMessage', 'SetWelcome']

// The title of such a task is an instruction, a colon and the message (texts `task.*` of the API).
const MESSAGE = /^(请[\s\S]*?(?:发送消息|群发消息|没有就补发|欢迎语换成|）))：([\s\S]*)$/

export interface TaskText {
  instruction: string
  /** The message to send; null for a task without one. */
  message: string | null
}

// The API hides from viewers what messages say.
const HIDDEN = '内容只给运营看'

export function readTaskText({ kind, title = HIDDEN }: Pick<Task, 'kind' | 'title'>): TaskText {
  const found = MESSAGE_KINDS.includes(kind) ? MESSAGE.exec(title) : null
  return { instruction: found?.[1] ?? title, message: found?.[2] ?? null }
}

export function isOverdue(task: Pick<Task, 'dueAt' | 'status'>, now: Date): boolean {
  return task.status === 'open' && new Date(task.dueAt) < now
}

/** Tasks that ask for the link of a group. */
export function needsJoinUrl({ kind }: Pick<Task, 'kind'>): boolean {
  return kind === 'CreateGroup' || kind === 'OpenJoinCode'
}

export interface TaskLink {
  to: string
  label: string
}

/** The page of the console where the work of such a task is done; null where there is none. */
export function linkOf({ kind, groupId }: Pick<Task, 'kind' | 'groupId'>): TaskLink | null {
  switch (kind) {
    case 'BindChat':
      return { to: '/settings/channel#chats', label: '去绑定' }
    case 'HandleCrisis':
      return { to: '/care/crises', label: '去处理危机' }
    case 'DecideOnCrisis':
      return { to: '/care/crises', label: '去判断' }
    case 'DecideOnEnd':
      return { to: '/care/health?state=Dying', label: '看群健康' }
    case 'ReviewGroup':
      return groupId === null ? null : { to: `/groups/${groupId}`, label: '看群定位' }
    case 'WarnMember':
    case 'AskForRedPacket':
    case 'DecideOnViolation':
      return { to: groupId === null ? '/care/violations' : `/care/violations?groupId=${groupId}`, label: '看违规' }
    case 'AnswerFeedback':
    case 'EscalateFeedback':
      return { to: groupId === null ? '/care/feedback' : `/care/feedback?groupId=${groupId}`, label: '去答复' }
    case 'KeepPromise':
      return { to: groupId === null ? '/care/promises' : `/care/promises?groupId=${groupId}`, label: '去看承诺' }
    case 'RefundGroupBuy':
      return { to: `/campaigns/group-buys?groupId=${groupId}`, label: '看拼团' }
    case 'InviteSuperUser':
    case 'WelcomeSuperUser':
    case 'ReviewSuperUsers':
      return {
        to: groupId === null ? '/care/super-users' : `/care/super-users?groupId=${groupId}`,
        label: '看超级用户',
      }
    default:
      return null
  }
}

export type TaskFilter = 'all' | 'overdue' | 'confirm'

export function filterTasks(tasks: readonly Task[], filter: TaskFilter, now: Date): Task[] {
  return tasks.filter(task => {
    if (filter === 'overdue') return isOverdue(task, now)
    if (filter === 'confirm') return task.kind === 'ConfirmMessage'
    return true
  })
}
