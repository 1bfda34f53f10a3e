import { describe, expect, it } from 'vitest'
import type { DueItem } from './localRuntime'
import { mergeUpcoming, nextOf } from './upcoming'

const now = new Date('2026-12-01T09:00:00+08:00')

function due(kind: DueItem['kind'], name: string, at: string): DueItem {
  return { kind, name, at: `2026-12-${at}:00+08:00`, why: '' }
}

const push = {
  id: 'tea-1~1',
  groupId: 'tea-1',
  plannedAt: '2026-12-01T18:20:00+08:00',
} as Parameters<typeof mergeUpcoming>[1][number]

describe('mergeUpcoming', () => {
  it('puts pushes among what the runtime has due', () => {
    const upcoming = mergeUpcoming(
      [due('timer', 'FoldScans', '01T09:10'), due('orchestration', 'campaign-spring-tea', '31T09:00')],
      [push],
      () => '春茶群',
    )

    expect(upcoming.map(item => [item.title, item.subject, item.to])).toEqual([
      ['例行检查', 'FoldScans', undefined],
      ['推送', '春茶群', '/groups/tea-1'],
      ['活动', 'spring-tea', '/campaigns/spring-tea'],
    ])
  })

  it('names the group of a conversion that sells in several', () => {
    const [step] = mergeUpcoming([due('orchestration', 'conversion-rock-tea~tea-vip', '02T20:00')], [], id => id)

    expect(step).toMatchObject({ subject: 'rock-tea · tea-vip', to: '/campaigns/conversions/rock-tea' })
  })
})

describe('nextOf', () => {
  it('passes over checks', () => {
    const upcoming = mergeUpcoming([due('timer', 'FoldScans', '01T09:10')], [push], id => id)

    expect(nextOf(upcoming, now)?.title).toBe('推送')
  })

  it('passes over what is due now, so that the clock moves', () => {
    const upcoming = mergeUpcoming(
      [due('queue', 'outbox', '01T09:00'), due('queue', 'outbox', '01T09:05')],
      [],
      id => id,
    )

    expect(nextOf(upcoming, now)?.at).toEqual(new Date('2026-12-01T09:05:00+08:00'))
  })

  it('is the next check when nothing else is due', () => {
    expect(nextOf(mergeUpcoming([due('timer', 'FoldScans', '01T09:10')], [], id => id), now)?.isRoutine).toBe(true)
  })
})
