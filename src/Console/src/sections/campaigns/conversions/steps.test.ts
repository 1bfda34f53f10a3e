import { describe, expect, it } from 'vitest'
import { stepLines } from './steps'

const planned = {
  warmUp: { at: '2026-12-02T12:00:00Z', topic: '', poll: [], overrideReason: null },
  linkAt: '2026-12-03T12:00:00Z',
  lastCallAt: null,
  closesAt: '2026-12-03T14:00:00Z',
  taken: [],
  skipped: [],
  state: 'Planned' as const,
  nextAt: '2026-12-02T12:00:00Z',
}

describe('the steps of a conversion', () => {
  it('leave out a last call that is not planned, and name the next one', () => {
    expect(stepLines(planned).map(({ step, state }) => [step, state])).toEqual([
      ['WarmUp', 'next'],
      ['Link', 'waiting'],
      ['Closing', 'waiting'],
    ])
  })

  it('tell when a step really began', () => {
    const taken = [{ step: 'WarmUp' as const, at: '2026-12-02T12:05:00Z' }]
    const [warmUp, link] = stepLines({ ...planned, taken, state: 'WarmingUp', nextAt: planned.linkAt })
    expect(warmUp).toMatchObject({ at: '2026-12-02T12:05:00Z', state: 'done' })
    expect(link?.state).toBe('next')
  })

  it('have no next one while the conversion is held or over', () => {
    expect(stepLines({ ...planned, state: 'Held', nextAt: null })[0]?.state).toBe('waiting')
    expect(stepLines({ ...planned, state: 'Cancelled', nextAt: null })[0]?.state).toBe('off')
  })
})
