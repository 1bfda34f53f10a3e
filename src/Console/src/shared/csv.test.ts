import { expect, it } from 'vitest'
import { toCsv } from './csv'

const columns = [
  { key: 'name', label: '群' },
  { key: 'count', label: '人数' },
]

it('has the labels first, and quotes what needs it', () => {
  expect(toCsv(columns, [{ name: 'a,"b"', count: 3 }])).toBe('群,人数\r\n"a,""b""",3')
})

it('leaves a missing cell empty', () => {
  expect(toCsv(columns, [{ name: null }])).toBe('群,人数\r\n,')
})

it('disarms formulas in texts but keeps negative numbers', () => {
  expect(toCsv(columns, [{ name: '=1+1', count: -2 }])).toBe("群,人数\r\n'=1+1,-2")
})
