import { expect, it } from 'vitest'
import { posterIdIn } from './posterId'

it('finds the id of a poster in its address only', () => {
  expect(posterIdIn('http://127.0.0.1:7071/posters/8265dbc3ab6aee43.svg')).toBe('8265dbc3ab6aee43')
  expect(posterIdIn('http://127.0.0.1/else/8265dbc3ab6aee43.svg')).toBeNull()
  expect(posterIdIn('')).toBeNull()
})
