import { describe, expect, it } from 'vitest'
import { recentMembers, rememberMember } from './recentMembers'

function memory() {
  const rows = new Map<string, string>()
  return {
    getItem: (key: string) => rows.get(key) ?? null,
    setItem: (key: string, text: string) => void rows.set(key, text),
  }
}

describe('members that were looked at', () => {
  it('are listed once, the latest first, with the name that is known', () => {
    const storage = memory()
    rememberMember({ memberId: 'u1', name: '陈晓梅' }, storage)
    rememberMember({ memberId: 'u2', name: '' }, storage)
    rememberMember({ memberId: 'u1', name: '' }, storage)
    expect(recentMembers(storage)).toEqual([
      { memberId: 'u1', name: '陈晓梅' },
      { memberId: 'u2', name: '' },
    ])
  })
})
