import { describe, expect, it } from 'vitest'
import { ApiProblem } from '@/api/problem'
import { checkAddress, checkHealth, checkShops } from './setUp'

describe('checkAddress', () => {
  it.each([
    ['http://127.0.0.1:7071', 'look'],
    ['http://tea.example', 'look'],
    ['https://tea.example', 'good'],
  ])('judges %s as %s', (address, state) => {
    expect(checkAddress(address).state).toBe(state)
  })
})

describe('checkShops', () => {
  it('tells what is missing without a shop', () => {
    expect(checkShops([])).toMatchObject({ state: 'look', link: { to: '/settings/shops' } })
  })
})

describe('checkHealth', () => {
  const note = 'Messages of queues wait for an operator: GET /api/poisoned-messages.'

  it('leads an administrator to the messages that wait', () => {
    const [, waiting] = checkHealth({ status: 'healthy', notes: [note] }, null, true)

    expect(waiting?.link?.to).toBe('/settings/messages')
  })

  it('leads others nowhere', () => {
    const [, waiting] = checkHealth({ status: 'healthy', notes: [note] }, null, false)

    expect(waiting).toMatchObject({ state: 'bad', link: undefined })
  })

  it('tells the reason of a failure', () => {
    const problem = new ApiProblem(503, { detail: 'Storage does not answer.' })

    expect(checkHealth(undefined, problem, true)).toEqual([
      expect.objectContaining({ state: 'bad', text: 'Storage does not answer.' }),
    ])
  })
})
