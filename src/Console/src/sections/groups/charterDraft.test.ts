import { expect, it } from 'vitest'
import { charterPart, newCharter, toCharter } from './charterDraft'
import { testCharter, testGroup } from './testGroup'

const { editOf, changesOf } = charterPart
const opened = editOf(
  testGroup('tea-1', {
    charter: testCharter({ rhythm: '每天一条', goal: { text: '喝懂绿茶', measure: '说出五种' }, benefits: ['试喝'] }),
  }),
)

it('only changed fields are sent', () => {
  expect(changesOf(opened, { ...opened, benefits: ['试喝'] })).toEqual({})
  expect(changesOf(opened, { ...opened, benefits: [] })).toEqual({ charter: { benefits: [] } })
  expect(changesOf(opened, { ...opened, measure: '说出十种' })).toEqual({
    charter: { goal: { text: '喝懂绿茶', measure: '说出十种' } },
  })
})

it('an emptied field is cleared', () => {
  expect(changesOf(opened, { ...opened, rhythm: ' ', goal: '', measure: '' })).toEqual({
    charter: { rhythm: null, goal: null },
  })
})

it('a goal without a measure is sent, so that the API says what is missing', () => {
  expect(toCharter({ ...newCharter(), goal: '喝懂绿茶' }).goal).toEqual({ text: '喝懂绿茶', measure: '' })
})
