import { expect, it } from 'vitest'
import { piecesOf } from './marks'

it('marks the words of a finding with its reason', () => {
  expect(piecesOf('今天转发到朋友圈领奖', [{ words: '转发到朋友圈', reason: '诱导分享' }])).toEqual([
    { text: '今天', reason: null },
    { text: '转发到朋友圈', reason: '诱导分享' },
    { text: '领奖', reason: null },
  ])
})

it('finds words that spaces and marks tear apart', () => {
  expect(piecesOf('转 发，到-朋友圈！', [{ words: '转发到朋友圈', reason: 'r' }])).toEqual([
    { text: '转 发，到-朋友圈', reason: 'r' },
    { text: '！', reason: null },
  ])
})

it('marks nothing twice, and keeps a text without findings', () => {
  const marks = [{ words: '集赞', reason: 'a' }, { words: '赞', reason: 'b' }]

  expect(piecesOf('集赞', marks)).toEqual([{ text: '集赞', reason: 'a' }])
  expect(piecesOf('早安', marks)).toEqual([{ text: '早安', reason: null }])
  expect(piecesOf('', marks)).toEqual([])
})
