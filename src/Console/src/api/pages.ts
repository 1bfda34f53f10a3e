import type { Page } from './query'

export interface Collected<T> {
  items: T[]
  /** True when the list goes on after the pages that were read. */
  isPartial: boolean
}

/** Reads a list that is short as a rule: its pages one after the other, at most `maxPages`. */
export async function readPages<T>(
  readPage: (continuation: string | undefined) => Promise<Page<T>>,
  maxPages = 10,
): Promise<Collected<T>> {
  const items: T[] = []
  let continuation: string | undefined
  for (let page = 0; page < maxPages; page++) {
    const read = await readPage(continuation)
    items.push(...read.items)
    if (read.continuation === null) return { items, isPartial: false }
    continuation = read.continuation
  }
  return { items, isPartial: true }
}
