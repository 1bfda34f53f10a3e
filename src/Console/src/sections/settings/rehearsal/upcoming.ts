import type { Schemas } from '@/api/client'
import type { DueItem } from './localRuntime'

export interface Upcoming {
  key: string
  at: Date
  title: string
  subject: string
  /** The page that shows the subject. */
  to?: string
  /** Checks that the app runs by the clock, whether or not there is something to do. */
  isRoutine: boolean
}

interface Kind {
  prefix: string
  title: string
  page?: string
}

// The orchestrations by the beginnings of their ids; what follows is the id of the subject.
const orchestrations: readonly Kind[] = [
  { prefix: 'charter-deadline-', title: '群定位期限', page: '/groups' },
  { prefix: 'flash-group-', title: '快闪群', page: '/groups' },
  { prefix: 'group-end-', title: '群收尾', page: '/groups' },
  { prefix: 'flash-sale-', title: '限时抢购', page: '/campaigns/flash-sales' },
  { prefix: 'conversion-', title: '促销', page: '/campaigns/conversions' },
  { prefix: 'campaign-', title: '活动', page: '/campaigns' },
  { prefix: 'target-', title: '达标邀请' },
]

const queueTitles: Readonly<Record<string, string>> = {
  'channel-events': '处理渠道事件',
  clicks: '记录点击',
  'completed-tasks': '处理完成的任务',
  'due-work': '推送等到点的工作',
  'imported-orders': '处理导入的订单',
  outbox: '发送消息',
  scans: '记录扫码',
  'shop-events': '处理店铺订单',
}

/** What happens next, in order of time: what the runtime has due, and the pushes that are planned. */
export function mergeUpcoming(
  due: readonly DueItem[],
  pushes: readonly Schemas['PushView'][],
  groupName: (id: string) => string,
): Upcoming[] {
  return [...due.map(ofDue), ...pushes.map(push => ofPush(push, groupName))].sort(
    (a, b) => a.at.getTime() - b.at.getTime(),
  )
}

/** The next event of the brand; without one the next check. */
export function nextOf(upcoming: readonly Upcoming[], now: Date): Upcoming | undefined {
  const later = upcoming.filter(({ at }) => at > now)
  return later.find(({ isRoutine }) => !isRoutine) ?? later[0]
}

function ofDue(item: DueItem): Upcoming {
  const at = new Date(item.at)
  const key = `${item.kind} ${item.name} ${item.at}`
  if (item.kind === 'timer') return { key, at, title: '例行检查', subject: item.name, isRoutine: true }
  if (item.kind === 'queue')
    return { key, at, title: queueTitles[item.name] ?? item.name, subject: '', isRoutine: false }
  return { key, at, ...ofOrchestration(item.name), isRoutine: false }
}

function ofOrchestration(name: string): Pick<Upcoming, 'title' | 'subject' | 'to'> {
  const kind = orchestrations.find(({ prefix }) => name.startsWith(prefix))
  if (kind === undefined) return { title: '流程', subject: name }
  const [id = '', groupId] = name.slice(kind.prefix.length).split('~')
  const subject = groupId === undefined ? id : `${id} · ${groupId}`
  return { title: kind.title, subject, ...(kind.page === undefined ? {} : { to: `${kind.page}/${id}` }) }
}

function ofPush(push: Schemas['PushView'], groupName: (id: string) => string): Upcoming {
  return {
    key: `push ${push.id}`,
    at: new Date(push.plannedAt),
    title: '推送',
    subject: groupName(push.groupId),
    to: `/groups/${push.groupId}`,
    isRoutine: false,
  }
}
