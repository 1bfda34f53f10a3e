import { describe, expect, it } from 'vitest'
import { deedOf, subjectOf } from './auditWords'

const entry = {
  at: '2026-12-01T01:00:00Z',
  by: '小林',
  caller: 'Operator' as const,
  operatorId: 'xiaolin',
  function: 'SignIn',
  method: 'POST',
  path: '/api/session',
  status: 200,
}

describe('deedOf', () => {
  it('tells an attempt from a success', () => {
    expect(deedOf(entry)).toBe('登录')
    expect(deedOf({ ...entry, status: 401 })).toBe('登录（没成功）')
  })

  it('names a function that it does not know', () => {
    expect(deedOf({ ...entry, function: 'CreateLottery' })).toBe('CreateLottery')
  })
})

describe('subjectOf', () => {
  it.each([
    ['/api/groups/tea-1/hold', { id: 'tea-1', to: '/groups/tea-1' }],
    ['/api/conversions/demo-rock-tea', { id: 'demo-rock-tea', to: '/campaigns/conversions/demo-rock-tea' }],
    ['/api/operators/op%201', { id: 'op 1' }],
    ['/api/session', null],
    ['/api/orders/import', null],
  ])('finds what %s is about', (path, subject) => {
    expect(subjectOf(path)).toEqual(subject)
  })
})
