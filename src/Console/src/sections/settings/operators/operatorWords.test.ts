import { expect, it } from 'vitest'
import { refusalOf } from './operatorWords'

it('tells conflicts of operators in words of their own, and leaves others to the general ones', () => {
  expect(refusalOf({ kind: 'AlreadyExists' })).toContain('名字')
  expect(refusalOf({ kind: 'LimitReached' })).toContain('200')
  expect(refusalOf({ kind: 'LastAdministrator' })).toBeUndefined()
  expect(refusalOf({ kind: null })).toBeUndefined()
})
