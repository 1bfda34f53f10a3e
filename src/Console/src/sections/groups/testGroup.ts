import type { Schemas } from '@/api/client'

/** An open group with an empty charter, for tests. */
export function testGroup(id: string, more: Partial<Schemas['GroupView']> = {}): Schemas['GroupView'] {
  return {
    id,
    kind: 'SuperUser',
    name: id,
    capacity: 200,
    state: 'Open',
    memberCount: 1,
    overflow: 0,
    joinUrl: null,
    charter: testCharter(),
    createdAt: '2026-12-01T00:00:00Z',
    dissolvedAt: null,
    owner: null,
    tags: [],
    openedAt: null,
    holds: [],
    channelGroupId: null,
    naming: null,
    texts: { welcome: null, rules: null, introduction: null, cardNameReminder: null },
    warnings: [],
    ...more,
  }
}

export function testCharter(more: Partial<Schemas['Charter']> = {}): Schemas['Charter'] {
  return {
    audience: '',
    service: '',
    benefits: [],
    rules: [],
    endsAt: null,
    ending: '',
    membersHavePaid: null,
    deputies: [],
    rhythm: null,
    goal: null,
    reviewAt: null,
    consequence: null,
    ...more,
  }
}
