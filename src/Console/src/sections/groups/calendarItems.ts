import type { Schemas } from '@/api/client'

export interface CalendarLine extends Omit<Schemas['CalendarItem'], 'at'> {
  at: string
  /** How many items say the same, such as one reminder for each newcomer. */
  count: number
}

/** Equal items at one instant become one line. */
export function joinEqual(items: readonly Schemas['CalendarItem'][]): CalendarLine[] {
  const lines = new Map<string, CalendarLine>()
  for (const item of items) {
    const key = JSON.stringify([new Date(item.at).getTime(), item.kind, item.what, item.state, item.reason])
    const line = lines.get(key)
    if (line === undefined) lines.set(key, { ...item, count: 1 })
    else line.count++
  }
  return [...lines.values()]
}

const STEPS: Readonly<Record<string, string>> = {
  'warm-up': '预热',
  link: '发链接',
  'last-call': '最后提醒',
  closing: '收尾',
  close: '结束销售',
  farewell: '告别',
  welcome: '欢迎语',
  rules: '群规',
  introduction: '自我介绍模板',
  greeting: '欢迎新成员',
  'card-name-reminder': '提醒改群名片',
  veterans: '介绍老成员',
}

/** `明前龙井: warm-up` is told as `明前龙井：预热`. */
export function titleOf(what: string): string {
  const [, name, step = what] = /^([\s\S]*): ([a-z-]+(?:-\d+)?)$/.exec(what) ?? []
  const wave = /^wave-(\d+)$/.exec(step)
  const label = wave === null ? (STEPS[step] ?? step) : `第 ${wave[1]} 波`
  return name === undefined ? label : `${name}：${label}`
}
