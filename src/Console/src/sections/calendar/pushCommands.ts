import { api, bodyOf, type Schemas } from '@/api/client'
import { useApiMutation } from '@/api/query'
import { signedInName } from '@/api/session'

export type PushCommandName =
  | 'hold' | 'release' | 'skip' | 'send-now' | 'move' | 'replace' | 'confirm' | 'recall'

type Body = Omit<Schemas['PushCommandRequest'], 'by' | 'guards'>
type State = Schemas['PushState']

export interface PushCommandCall {
  pushId: string
  command: PushCommandName
  body: Body
}

export interface PushCommandText {
  label: string
  title: string
  explanation: string
  /** The states in which the API takes it. */
  from: readonly State[]
  mayOverride?: boolean
}

const OPEN: readonly State[] = ['Planned', 'Held']

export const pushCommands: Readonly<Record<PushCommandName, PushCommandText>> = {
  move: {
    label: '改时间',
    title: '改到另一个时间',
    explanation: '可以移到 7 天以内；不受发送时段限制，其余规则到时照样检查。',
    from: OPEN,
    mayOverride: true,
  },
  replace: {
    label: '换素材',
    title: '换一条素材',
    explanation: '只换这一次，计划本身不变。',
    from: OPEN,
    mayOverride: true,
  },
  'send-now': {
    label: '马上发送',
    title: '现在就发送',
    explanation: '不等到计划的时间；发出以后平台撤不回来。',
    from: OPEN,
    mayOverride: true,
  },
  hold: {
    label: '先别发',
    title: '先不要发送',
    explanation: '等您放行再发；过了它的时间还没放行就跳过。',
    from: ['Planned'],
  },
  release: { label: '放行', title: '放行这条推送', explanation: '恢复为待发送。', from: ['Held'] },
  confirm: {
    label: '我已手动发送',
    title: '确认已经手动发送',
    explanation: '记为已发送，计入群的条数；系统不会再发。',
    from: ['Planned', 'Held', 'Queued', 'AwaitingStaff'],
  },
  skip: {
    label: '跳过',
    title: '跳过这条推送',
    explanation: '这一次不发，也不能恢复；计划里其他时间不受影响。',
    from: ['Planned', 'Held', 'AwaitingStaff'],
  },
  recall: {
    label: '标记已撤回',
    title: '标记为已手动撤回',
    explanation: '平台撤不回消息：请先在群里手动撤回，再在这里记录。',
    from: ['Sent'],
  },
}

export function commandsFor(push: Schemas['PushView']): PushCommandName[] {
  const names = Object.keys(pushCommands) as PushCommandName[]
  return names.filter(name => pushCommands[name].from.includes(push.state) && !(name === 'recall' && push.recall))
}

function send({ pushId, command, body }: PushCommandCall): Promise<Schemas['PushView']> {
  const call = { params: { path: { pushId } }, body: { ...body, by: signedInName() } }
  switch (command) {
    case 'hold':
      return bodyOf(api.POST('/api/pushes/{pushId}/hold', call))
    case 'release':
      return bodyOf(api.POST('/api/pushes/{pushId}/release', call))
    case 'skip':
      return bodyOf(api.POST('/api/pushes/{pushId}/skip', call))
    case 'send-now':
      return bodyOf(api.POST('/api/pushes/{pushId}/send-now', call))
    case 'move':
      return bodyOf(api.POST('/api/pushes/{pushId}/move', call))
    case 'replace':
      return bodyOf(api.POST('/api/pushes/{pushId}/replace', call))
    case 'confirm':
      return bodyOf(api.POST('/api/pushes/{pushId}/confirm', call))
    case 'recall':
      return bodyOf(api.POST('/api/pushes/{pushId}/recall', call))
  }
}

/** Decides about one push; calendars and the push are read again, also after a refusal. */
export function usePushCommand() {
  return useApiMutation(send, () => [['calendar'], ['push'], ['push-plans'], ['pushes'], ['day-sheets']])
}
