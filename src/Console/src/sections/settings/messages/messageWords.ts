import type { Schemas } from '@/api/client'

const queues: Readonly<Record<string, string>> = {
  'channel-events': '渠道事件',
  clicks: '链接点击',
  'completed-tasks': '完成的任务',
  'due-work': '到点的工作',
  'imported-orders': '导入的订单',
  outbox: '待发消息',
  scans: '扫码',
  'shop-events': '店铺订单',
}

/** What the messages of a queue are about. */
export function queueTitle(queue: string): string {
  return queues[queue] ?? queue
}

const reasons: readonly (readonly [RegExp, string])[] = [
  [/^The consumer failed (\d+) times, the last time with (\w+)\.$/, '处理了 $1 次都失败，最后一次的错误是 $2。'],
  [/^The consumer failed (\d+) times\.$/, '处理了 $1 次都失败。'],
  [/^The message is not base64\.$/, '消息的编码不对，读不出来。'],
  [/^The message is not the JSON that the queue takes\.$/, '消息的内容不是应有的格式。'],
]

export function reasonText(reason: string): string {
  const found = reasons.find(([pattern]) => pattern.test(reason))
  return found === undefined ? reason : reason.replace(found[0], found[1])
}

const statuses: Readonly<Record<Schemas['PoisonedMessageStatus'], string>> = {
  Open: '等处理',
  Replayed: '已重发',
  Discarded: '已放弃',
}

export function statusTitle(status: Schemas['PoisonedMessageStatus']): string {
  return statuses[status]
}

/** JSON with indents; another text as it is. */
export function readableBody(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2)
  } catch {
    return body
  }
}
