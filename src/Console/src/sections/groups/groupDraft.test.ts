import { expect, it } from 'vitest'
import { groupPart, newDraft, toRequest } from './groupDraft'
import { newNaming } from './namingDraft'
import { testGroup } from './testGroup'

const { editOf, changesOf } = groupPart
const opened = editOf(testGroup('tea-1', { name: '茶', joinUrl: 'https://a.example', owner: 'lin', tags: ['a'] }))

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

it('a name is made from its parts, or typed', () => {
  const naming = { ...newNaming(), first: ' 杭州 ', second: '绿茶' }
  const named = editOf(testGroup('tea-1', { name: '杭州绿茶1群', naming: { ...naming, first: '杭州' } }))

  expect(toRequest({ ...newDraft(), name: '茶友', naming })).toMatchObject({
    name: null,
    naming: { pattern: 'RegionField', first: '杭州', second: '绿茶', number: 1 },
  })
  expect(changesOf(opened, { ...opened, naming })).toEqual({ naming: { ...naming, first: '杭州' } })
  expect(changesOf(named, { ...named, naming: null })).toEqual({ naming: null })
  expect(changesOf(named, { ...named, naming: null, name: '老茶友' })).toEqual({ naming: null, name: '老茶友' })
  expect(changesOf(named, { ...named, name: 'not typed, because it is made' })).toEqual({})
})
