import { expect, it } from 'vitest'
import { readPages } from './pages'

function listOf(pages: string[][]) {
  return (continuation: string | undefined) => {
    const index = Number(continuation ?? 0)
    return Promise.resolve({
      items: pages[index] ?? [],
      continuation: index + 1 < pages.length ? String(index + 1) : null,
    })
  }
}

it('reads on over an empty page', async () => {
  expect(await readPages(listOf([['a'], [], ['b']]))).toEqual({ items: ['a', 'b'], isPartial: false })
})

it('stops at the limit and says so', async () => {
  expect(await readPages(listOf([['a'], ['b'], ['c']]), 2)).toEqual({ items: ['a', 'b'], isPartial: true })
})
