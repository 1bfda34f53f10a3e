import { afterEach, expect, it, vi } from 'vitest'
import type { Item } from './items'
import { currentChat, sendText } from './sdk'
import { useItem } from './useItem'

vi.mock('./sdk', () => ({ currentChat: vi.fn(), sendText: vi.fn() }))

const item: Item = {
  key: 'task-1',
  id: '1',
  isPush: false,
  label: '发消息',
  time: '20:00 前',
  isOverdue: false,
  step: 'Send',
  instruction: null,
  text: '今晚八点开团',
  attachments: [],
  waitsFor: null,
}

function answer(status: number): void {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(null, { status })))
}

afterEach(() => {
  vi.unstubAllGlobals()
  vi.resetAllMocks()
})

it('a text is posted and confirmed', async () => {
  vi.mocked(currentChat).mockResolvedValue('chat')
  vi.mocked(sendText).mockResolvedValue(true)
  answer(204)
  const { progress, send } = useItem(() => item, () => 'chat')

  await send()

  expect([progress.value, vi.mocked(sendText).mock.calls]).toEqual(['done', [['今晚八点开团']]])
})

it('nothing is posted into another chat', async () => {
  vi.mocked(currentChat).mockResolvedValue('other')
  const { progress, fault, send } = useItem(() => item, () => 'chat')

  await send()

  expect([progress.value, vi.mocked(sendText).mock.calls.length]).toEqual(['open', 0])
  expect(fault.value).toContain('另一个群')
})

it('a text that the client does not take stays open', async () => {
  vi.mocked(currentChat).mockResolvedValue('chat')
  vi.mocked(sendText).mockResolvedValue(false)
  const { progress, send } = useItem(() => item, () => 'chat')

  await send()

  expect(progress.value).toBe('open')
})

it('what is added by hand is confirmed by the person', async () => {
  vi.mocked(currentChat).mockResolvedValue('chat')
  vi.mocked(sendText).mockResolvedValue(true)
  answer(204)
  const image = { type: 'Image' as const, title: '海报', url: 'https://brand.example.com/1.png' }
  const { progress, send, confirm } = useItem(() => ({ ...item, attachments: [image] }), () => 'chat')

  await send()
  expect(progress.value).toBe('sent')
  await confirm()

  expect(progress.value).toBe('done')
})

it('a confirmation that fails is tried again without posting', async () => {
  vi.mocked(currentChat).mockResolvedValue('chat')
  vi.mocked(sendText).mockResolvedValue(true)
  answer(503)
  const { progress, fault, send, confirm } = useItem(() => item, () => 'chat')

  await send()
  expect([progress.value, fault.value]).toEqual(['sent', '没有登记成功：服务暂时不可用，请稍后再试'])
  answer(204)
  await confirm()

  expect([progress.value, vi.mocked(sendText).mock.calls.length]).toEqual(['done', 1])
})
