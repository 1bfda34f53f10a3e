import { describe, expect, it } from 'vitest'
import { refusalOf } from './operatorWords'

describe('refusalOf', () => {
  it.each([
    ['the last administrator stays one.', '最后一位管理员'],
    ['another operator has this name.', '叫这个名字'],
    ['there are 200 operators already.', '已满 200 位'],
  ])('tells "%s" in Chinese', (detail, text) => {
    expect(refusalOf(detail)).toContain(text)
  })

  it('leaves what it does not know', () => {
    expect(refusalOf('something else')).toBeUndefined()
  })
})
