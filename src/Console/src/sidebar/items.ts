import type { Schemas } from '@/api/client'
import { formatInstant, formatTime } from '@/shared/format'
import { taskKinds } from '@/shared/labels'

type Group = Schemas['SidebarGroupView']
type Task = Schemas['SidebarTaskView']
type Push = Schemas['SidebarPushView']

/** A task or a push of the sidebar. */
export interface Item {
  key: string
  id: string
  isPush: boolean
  label: string
  time: string
  isOverdue: boolean
  step: Schemas['SidebarStep']
  /** What is to be done; null where the text says it. */
  instruction: string | null
  text: string | null
  attachments: Schemas['Attachment'][]
  /** Why nothing is to be done now. */
  waitsFor: string | null
}

/** The pushes of a group, then its tasks. */
export function itemsOf(group: Group, now: Date): Item[] {
  return [...group.pushes.map(push => pushItem(push, group)), ...group.tasks.map(task => taskItem(task, now, group))]
}

export function taskItem(task: Task, now: Date, group?: Group): Item {
  return {
    key: `task-${task.id}`,
    id: task.id,
    isPush: false,
    label: taskKinds[task.kind],
    time: `${formatInstant(task.dueAt, now)} 前`,
    isOverdue: new Date(task.dueAt) < now,
    step: task.step,
    // The title of a message repeats its text.
    instruction: task.step === 'Send' ? null : withoutText(task.title, task.text ?? null),
    text: task.text ?? null,
    attachments: task.attachments,
    waitsFor: group?.takesMessages === false ? HELD : null,
  }
}

function pushItem(push: Push, group: Group): Item {
  return {
    key: `push-${push.id}`,
    id: push.id,
    isPush: true,
    label: '推送',
    time: push.step === 'Wait' ? formatTime(push.at) : `${formatTime(push.endsAt)} 前`,
    isOverdue: false,
    step: push.step,
    instruction: null,
    text: push.text,
    attachments: push.attachments,
    waitsFor: group.takesMessages ? `${formatTime(push.at)} 到点再发` : HELD,
  }
}

const HELD = '这个群暂停发消息，恢复后再发'

function withoutText(title: string, text: string | null): string {
  const start = text === null ? -1 : title.indexOf(text)
  return start > 0 ? title.slice(0, start).replace(/：$/, '') : title
}
