import { VueQueryPlugin } from '@tanstack/vue-query'
import { mount } from '@vue/test-utils'
import { afterEach, expect, it, vi } from 'vitest'
import { queryClient } from '@/api/query'
import type { Crisis } from './crisis'
import CrisisTimeline from './CrisisTimeline.vue'
import StatementCard from './StatementCard.vue'

const crisis: Crisis = {
  id: 'damp-tea', state: 'Open', cause: '受潮', owner: 'xiaolin', by: '小林', openedAt: '2026-12-01T01:00:00Z',
  resolvedAt: null, report: null, frozen: ['tea-1'], groups: [{ id: 'tea-1', releasedAt: null, releasedBy: null }],
  timeline: [{ at: '2026-12-01T01:00:00Z', by: '小林' }], tasks: [], statements: [],
}
const global = { plugins: [[VueQueryPlugin, { queryClient }] as [typeof VueQueryPlugin, object]] }

afterEach(() => vi.unstubAllGlobals())

it('a statement with a gap is refused with the reason at its text', async () => {
  const errors = { text: ['has a part that is not filled in: （写清楚...'] }
  const headers = { 'content-type': 'application/problem+json' }
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify({ errors }), { status: 400, headers })))
  const card = mount(StatementCard, { props: { crisis }, global })

  await card.get('textarea').setValue('情况是：（写清楚发生了什么）')
  expect(card.text()).toContain('还要写清楚 1 处')
  await card.get('form').trigger('submit')

  await vi.waitFor(() => expect(card.text()).toContain('还有没写清楚的地方'), { timeout: 4_000 })
})

it('a statement has nowhere to go when every group goes on', async () => {
  const card = mount(StatementCard, { props: { crisis: { ...crisis, frozen: [] } }, global })
  await card.get('textarea').setValue('都处理好了')
  expect(card.get('button').attributes('disabled')).toBeDefined()
})

it('a viewer reads no words of the timeline and adds none', () => {
  const timeline = mount(CrisisTimeline, { props: { crisis, mayAct: false }, global })
  expect(timeline.find('form').exists()).toBe(false)
  expect(timeline.text()).toContain('内容只给运营看')
})
