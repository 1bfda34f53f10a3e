import { describe, expect, it } from 'vitest'
import { changedFields, given, optional } from './draft'

describe('an edit', () => {
  it('holds only what differs, also within a nested thing', () => {
    const before = { name: '茶', product: { url: 'a', quantity: 60 as number | null }, poll: ['一', '二'] }
    const after = { name: '茶', product: { url: 'a', quantity: null }, poll: ['一'] }
    expect(changedFields(before, after)).toEqual({ product: { quantity: null }, poll: ['一'] })
    expect(changedFields(before, before)).toEqual({})
  })
})

describe('an empty field', () => {
  it('is left out of the request, and zero is not empty', () => {
    expect(given('')).toBeUndefined()
    expect(optional(null)).toBeUndefined()
    expect(optional(0)).toBe(0)
  })
})
