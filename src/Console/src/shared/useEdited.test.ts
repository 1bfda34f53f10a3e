import { expect, it } from 'vitest'
import { useEdited } from './useEdited'

function versionOf(value: string) {
  return { value, etag: `"${value}"` }
}

it('is unread until the latest version is shown', async () => {
  const shown: string[] = []
  const edited = useEdited(async id => versionOf(id), value => shown.push(value))
  edited.id.value = 'zhou-min'
  const reading = edited.reload()

  expect(edited.isUnread.value).toBe(true)
  await reading

  expect(edited.isUnread.value).toBe(false)
  expect(edited.etag.value).toBe('"zhou-min"')
  expect(shown).toEqual(['zhou-min'])
})

it('shows what was opened last although the read of another ends later', async () => {
  const shown: string[] = []
  const edited = useEdited(async id => versionOf(id), value => shown.push(value))
  edited.id.value = 'first'
  const reading = edited.reload()
  edited.id.value = 'second'

  await reading

  expect(shown).toEqual(['second'])
})

it('stays unread when the read fails', async () => {
  const edited = useEdited<string>(() => Promise.reject(new Error('offline')), () => {})
  edited.id.value = 'zhou-min'

  await expect(edited.reload()).rejects.toThrow('offline')

  expect(edited.isUnread.value).toBe(true)
})

it('reads nothing while something new is made', async () => {
  const edited = useEdited<string>(() => Promise.reject(new Error('read')), () => {})

  await edited.reload()

  expect(edited.isUnread.value).toBe(false)
})
