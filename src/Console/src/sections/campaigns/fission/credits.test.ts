import { describe, expect, it } from 'vitest'
import { creditNote, decisionsOf } from './credits'

const review = { isAccepted: false, reviewer: '小张', at: '2026-12-01T01:00:00Z' }

describe('an invitee', () => {
  it('is told with reason, signals and the decision, each once', () => {
    expect(
      creditNote({ reason: 'SecondIdentity', signals: ['SecondIdentity', 'Burst'], hasLeft: true, review }),
    ).toBe('，同一个人的另一个账号，十秒内来了十人以上，现在不在群里，小张 审核不通过')
  })

  it('needs no note when it counts, and is not said twice to have left', () => {
    expect(creditNote({ reason: null, signals: [], hasLeft: false, review: null })).toBe('')
    expect(creditNote({ reason: 'LeftEarly', signals: [], hasLeft: true, review: null })).toBe('，观察期里退了群')
  })

  it('is decided while it is doubtful, and afterwards only the other way', () => {
    expect(decisionsOf({ state: 'UnderReview', signals: ['Ring'], review: null })).toEqual(['accept', 'refuse'])
    expect(decisionsOf({ state: 'Refused', signals: ['Ring'], review })).toEqual(['accept'])
    expect(decisionsOf({ state: 'Credited', signals: ['Ring'], review: { ...review, isAccepted: true } })).toEqual([
      'refuse',
    ])
    expect(decisionsOf({ state: 'Credited', signals: [], review: null })).toEqual([])
  })
})
