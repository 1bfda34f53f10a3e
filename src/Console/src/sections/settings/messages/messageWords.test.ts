import { describe, expect, it } from 'vitest'
import { readableBody, reasonText } from './messageWords'

describe('reasonText', () => {
  it.each([
    ['The consumer failed 1000 times, the last time with TimeoutException.', '1000 次都失败，最后一次的错误是 TimeoutException'],
    ['The consumer failed 1000 times.', '1000 次都失败。'],
    ['The message is not base64.', '编码不对'],
    ['Something new.', 'Something new.'],
  ])('tells "%s"', (reason, text) => {
    expect(reasonText(reason)).toContain(text)
  })
})

describe('readableBody', () => {
  it('indents JSON', () => {
    expect(readableBody('{"a":1}')).toBe('{\n  "a": 1\n}')
  })

  it('leaves other texts', () => {
    expect(readableBody('{broken')).toBe('{broken')
  })
})
