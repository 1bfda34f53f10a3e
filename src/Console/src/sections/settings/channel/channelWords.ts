import type { Schemas } from '@/api/client'
import { taskKinds } from '@/shared/labels'

type Action = Schemas['ChannelAction']
type Capability = Schemas['Capability']

interface ActionWords {
  title: string
  /** What the action does, after 系统会 or 员工. */
  deed: string
  /** The tasks that staff find on the workbench when the platform does not perform the action alone. */
  confirmTask: Schemas['StaffTaskKind']
  manualTask: Schemas['StaffTaskKind']
}

const actions: Readonly<Record<Action, ActionWords>> = {
  CreateGroup: ofOneTask('建群', '建好新群', 'CreateGroup'),
  OpenJoinCode: ofOneTask('生成入群码', '生成入群二维码', 'OpenJoinCode'),
  SendToGroup: {
    title: '群里发消息',
    deed: '把消息发到群里',
    confirmTask: 'ConfirmMessage',
    manualTask: 'SendMessage',
  },
  SendToMember: {
    title: '给成员发私信',
    deed: '把私信发给成员',
    confirmTask: 'ConfirmMessage',
    manualTask: 'SendMessage',
  },
  RemoveMember: ofOneTask('移出成员', '把成员移出群', 'RemoveMember'),
  DissolveGroup: ofOneTask('解散群', '解散群', 'DissolveGroup'),
}

function ofOneTask(title: string, deed: string, task: Schemas['StaffTaskKind']): ActionWords {
  return { title, deed, confirmTask: task, manualTask: task }
}

interface CapabilityWords {
  title: string
  type: 'success' | 'warning' | 'info'
}

const capabilities: Readonly<Record<Capability, CapabilityWords>> = {
  Automatic: { title: '自动', type: 'success' },
  StaffConfirmed: { title: '员工确认', type: 'warning' },
  Manual: { title: '人工', type: 'info' },
}

export function actionTitle(action: Action): string {
  return actions[action].title
}

export function capabilityWords(capability: Capability): CapabilityWords {
  return capabilities[capability]
}

/** What staff have to do for an action of the channel. */
export function consequenceOf(action: Action, capability: Capability): string {
  const { deed, confirmTask, manualTask } = actions[action]
  if (capability === 'Automatic') return `系统会${deed}，员工不用动手。`
  if (capability === 'Manual') return `${taskOf(manualTask)}，员工自己${deed}，做完点“完成”。`
  const limit = action === 'SendToGroup' ? '平台限制每群每天一次群发，系统会先留给促销。' : ''
  return `平台备好后等员工确认：${taskOf(confirmTask)}，在企业微信里点一下，系统才算${deed}。${limit}`
}

function taskOf(kind: Schemas['StaffTaskKind']): string {
  return `今日工作台会有任务“${taskKinds[kind]}”`
}
