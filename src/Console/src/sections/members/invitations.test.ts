import { expect, it } from 'vitest'
import { invitationText } from './invitations'

const none = { credits: 0, revoked: 0, underReview: 0, refused: 0, tier: null }

it('tells what became of everybody a member invited', () => {
  expect(invitationText(none)).toBe('领了海报，还没有带来人')
  expect(invitationText({ ...none, credits: 2, revoked: 1, tier: 1 })).toBe('带来 3 人，2 人有效，1 人退群不计，达到 1 人档')
  expect(invitationText({ ...none, underReview: 2, refused: 1 })).toBe('带来 3 人，0 人有效，2 人待审核，1 人不算')
})
