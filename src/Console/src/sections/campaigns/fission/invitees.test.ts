import { describe, expect, it } from 'vitest'
import { isInvitee } from './invitees'

const member = { memberId: 'u2', code: 'abc', invitedBy: 'u9' }

describe('an invitee', () => {
  it('came by the code of the inviter, whoever WeChat names', () => {
    expect(isInvitee(member, 'u1', 'abc')).toBe(true)
    expect(isInvitee(member, 'u9', 'other')).toBe(false)
  })

  it('is whom the inviter brought where no code counts', () => {
    expect(isInvitee(member, 'u9', null)).toBe(true)
  })

  it('is never the inviter', () => {
    expect(isInvitee({ ...member, memberId: 'u1' }, 'u1', 'abc')).toBe(false)
  })
})
