import { expect, it } from 'vitest'
import { testGroup } from './testGroup'
import { textsPart } from './textsDraft'

const { editOf, changesOf } = textsPart

it('an emptied text is taken back, and an untouched one not sent', () => {
  const opened = editOf(
    testGroup('tea-1', {
      texts: { welcome: '{member} 来啦', rules: null, introduction: null, cardNameReminder: null },
    }),
  )

  expect(changesOf(opened, { ...opened })).toEqual({})
  expect(changesOf(opened, { ...opened, welcome: ' ', introduction: '说说你爱喝什么' })).toEqual({
    texts: { welcome: null, introduction: '说说你爱喝什么' },
  })
})
