import type { Schemas } from '@/api/client'
import type { ApiProblem } from '@/api/problem'
import type { Labels } from '@/shared/labels'

export interface Check {
  title: string
  state: 'good' | 'look' | 'bad'
  text: string
  /** A page of the console that helps. */
  link?: { to: string; text: string }
}

/** Whether people outside can open the addresses on posters and in links. */
export function checkAddress(publicAddress: string): Check {
  const title = '公开地址'
  const { protocol, hostname } = new URL(publicAddress)
  if (['localhost', '127.0.0.1', '[::1]'].includes(hostname))
    return { title, state: 'look', text: '这是本机地址，手机扫码打不开。正式使用时请设置 PublicBaseUrl。' }
  if (protocol !== 'https:') return { title, state: 'look', text: '不是 https 地址，微信里打开会有安全提示。' }
  return { title, state: 'good', text: '海报二维码和链接用的是 https 地址。' }
}

/** Whether shops can report orders. */
export function checkShops(shops: readonly Schemas['ShopView'][]): Check {
  const title = '店铺'
  const link = { to: '/settings/shops', text: '看店铺' }
  if (shops.length === 0) return { title, state: 'look', text: '还没有接店铺，订单和转化都算不出来。', link }
  return { title, state: 'good', text: `已接 ${shops.length} 个店铺。`, link }
}

const channelChecks: Labels<'ChannelCheckKind'> = {
  Credentials: '企业和应用密钥',
  VisibleScope: '应用可见范围',
  CustomerGroups: '读取客户群',
  Callback: '事件回调',
  Binding: '客户群绑定',
  GroupSendLimit: '群发次数上限',
}

const channelStates: Readonly<Record<Schemas['ChannelCheckState'], Check['state']>> = {
  Passed: 'good',
  Failed: 'bad',
  Unknown: 'look',
}

/** The element of the tab with the chats to bind. */
export const CHATS = 'chats'

/** What the channel says about itself; a channel that needs no set-up says nothing. */
export function checkChannel(view: Schemas['ChannelCheckView'] | undefined, problem: ApiProblem | null): Check[] {
  const title = '渠道'
  if (problem !== null) return [{ title, state: 'bad', text: problem.title }]
  if (view === undefined) return [{ title, state: 'look', text: '正在检查…' }]
  if (view.checks.length === 0) return [{ title, state: 'good', text: '模拟渠道，不需要接入。' }]
  return view.checks.map(({ check, state, message }) => ({
    title: channelChecks[check],
    state: channelStates[state],
    text: message.endsWith('。') ? message : `${message}。`,
    link:
      check === 'Binding' && state === 'Failed' ? { to: `/settings/channel#${CHATS}`, text: '去绑定' } : undefined,
  }))
}

const POISONED = /poisoned-messages/

/** What the app says about itself; only administrators see the messages that wait. */
export function checkHealth(
  health: Schemas['HealthView'] | undefined,
  problem: ApiProblem | null,
  isAdministrator: boolean,
): Check[] {
  const title = '应用状态'
  if (problem !== null) return [{ title, state: 'bad', text: problem.detail || problem.title }]
  if (health === undefined) return [{ title, state: 'look', text: '正在检查…' }]
  const link = isAdministrator ? { to: '/settings/messages', text: '去处理' } : undefined
  const notes = health.notes.map((note): Check =>
    POISONED.test(note)
      ? { title: '异常消息', state: 'bad', text: '有消息处理失败，等管理员决定。', link }
      : { title: '提示', state: 'look', text: note },
  )
  return [{ title, state: 'good', text: '存储正常，应用正常。' }, ...notes]
}
