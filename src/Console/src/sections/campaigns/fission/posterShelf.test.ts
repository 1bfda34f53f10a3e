import { describe, expect, it } from 'vitest'
import { posterIdIn, shelvedPosters, shelvePoster } from './posterShelf'

function memory() {
  const rows = new Map<string, string>()
  return {
    getItem: (key: string) => rows.get(key) ?? null,
    setItem: (key: string, text: string) => void rows.set(key, text),
  }
}

describe('the shelf of posters', () => {
  it('keeps the latest first, each once, and those of each campaign apart', () => {
    const storage = memory()
    for (const posterId of ['aaa', 'bbb', 'aaa'])
      shelvePoster('tea', { posterId, title: posterId, scanUrl: '' }, storage)
    expect(shelvedPosters('tea', storage).map(poster => poster.posterId)).toEqual(['aaa', 'bbb'])
    expect(shelvedPosters('other', storage)).toEqual([])
  })

  it('is empty when what was kept cannot be read', () => {
    expect(shelvedPosters('tea', { getItem: () => '{', setItem: () => undefined })).toEqual([])
  })
})

describe('the id of a poster', () => {
  it('is found in an address', () => {
    expect(posterIdIn('http://127.0.0.1:7071/posters/8265dbc3ab6aee43.svg')).toBe('8265dbc3ab6aee43')
    expect(posterIdIn(' 8265dbc3ab6aee43 ')).toBe('8265dbc3ab6aee43')
    expect(posterIdIn('http://127.0.0.1/else/8265dbc3ab6aee43.svg')).toBeNull()
    expect(posterIdIn('')).toBeNull()
  })
})
