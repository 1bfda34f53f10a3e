import type { Schemas } from '@/api/client'

/** The name of a chat of WeCom, or why it has none yet: chats are read each hour. */
export function titleOf({ name, readAt }: Pick<Schemas['ChatView'], 'name' | 'readAt'>): string {
  if (name !== '') return name
  return readAt === null ? '新的群（一小时内读到名字）' : '没有名字的群'
}
