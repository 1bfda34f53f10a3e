import type { Schemas } from '@/api/client'
import type { Labels } from './labels'

export const channelActions: Labels<'ChannelAction'> = {
  CreateGroup: '建群',
  OpenJoinCode: '生成入群码',
  SendToGroup: '群里发消息',
  SendToMember: '给成员发私信',
  RemoveMember: '移出成员',
  DissolveGroup: '解散群',
  SetWelcome: '入群欢迎语',
}

interface CapabilityLabel {
  title: string
  type: 'success' | 'warning' | 'info' | 'danger'
}

export const capabilities: Readonly<Record<Schemas['Capability'], CapabilityLabel>> = {
  Automatic: { title: '自动', type: 'success' },
  StaffConfirmed: { title: '员工确认', type: 'warning' },
  Manual: { title: '人工', type: 'info' },
  Unavailable: { title: '平台没有', type: 'danger' },
}
