import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import ViolationHistory from './ViolationHistory.vue'

const reported = { at: '2026-12-01T01:00:00Z', by: 'channel', what: 'Reported', text: '加微信看货', measure: null } as const
const upheld = { at: '2026-12-01T02:00:00Z', by: '小李', what: 'Upheld', text: '属实', measure: 'Removal' } as const

it('tells each step with its words and the measure of a decision', () => {
  const text = mount(ViolationHistory, { props: { history: [reported, upheld] } }).text()
  expect(text).toContain('系统听到')
  expect(text).toContain('加微信看货')
  expect(text).toContain('裁定：属实，移出群')
})

it('shows no words to a viewer', () => {
  const history = [{ ...reported, text: undefined }]
  const text = mount(ViolationHistory, { props: { history } }).text()
  expect(text).toContain('内容只给运营看')
  expect(text).not.toContain('加微信')
})
