import { expect, it } from 'vitest'
import { changesOf, newDraft, toRequest } from './groupDraft'

const opened = { name: '茶', capacity: 200, joinUrl: 'https://a.example', owner: 'lin', tags: ['a'] }

it('only changed fields are sent', () => {
  expect(changesOf(opened, { ...opened, tags: ['a'] })).toEqual({})
  expect(changesOf(opened, { ...opened, capacity: 300 })).toEqual({ capacity: 300 })
})

it('an emptied field is cleared', () => {
  expect(changesOf(opened, { ...opened, joinUrl: ' ', owner: '', tags: [] })).toEqual({
    joinUrl: null,
    owner: null,
    tags: null,
  })
})

it('a new group sends nothing for what is optional and empty', () => {
  expect(toRequest(newDraft())).toMatchObject({ id: null, joinUrl: null, owner: null, name: '' })
})
