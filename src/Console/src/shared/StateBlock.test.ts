import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { ApiProblem } from '@/api/problem'
import StateBlock from './StateBlock.vue'

type Props = InstanceType<typeof StateBlock>['$props']

function show(props: Props) {
  return mount(StateBlock, { props, slots: { default: '<p class="content">上次的内容</p>', empty: '<a>先建一个</a>' } })
}

describe('a block of what was read', () => {
  it('keeps it when it cannot be read again, and offers to retry', async () => {
    const block = show({ isPending: false, problem: new ApiProblem(503) })

    expect(block.find('.content').exists()).toBe(true)
    expect(block.get('[role=alert]').text()).toContain('服务暂时不可用')
    await block.get('button').trigger('click')
    expect(block.emitted('retry')).toHaveLength(1)
  })

  it('says what to do next when it is empty', () => {
    const block = show({ isPending: false, isEmpty: true, emptyText: '还没有群' })

    expect(block.text()).toContain('还没有群')
    expect(block.text()).toContain('先建一个')
    expect(block.find('.content').exists()).toBe(false)
  })

  it('is busy until it was read for the first time', () => {
    const block = show({ isPending: true })

    expect(block.attributes('aria-busy')).toBe('true')
    expect(block.find('.content').exists()).toBe(false)
  })
})
