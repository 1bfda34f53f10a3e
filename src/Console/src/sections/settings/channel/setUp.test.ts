import { describe, expect, it } from 'vitest'
import { ApiProblem } from '@/api/problem'
import { checkAddress, checkChannel, checkHealth, checkShops } from './setUp'

describe('checkAddress', () => {
  it.each([
    ['http://127.0.0.1:7071', 'look'],
    ['http://tea.example', 'look'],
    ['https://tea.example', 'good'],
  ])('judges %s as %s', (address, state) => {
    expect(checkAddress(address).state).toBe(state)
  })
})

describe('checkChannel', () => {
  it('says what to do and leads to the chats that wait', () => {
    const checks = checkChannel(
      {
        channel: 'WeCom',
        checks: [
          { check: 'Credentials', state: 'Passed', message: '都有效' },
          { check: 'Callback', state: 'Unknown', message: '还没有收到过回调。' },
          { check: 'Binding', state: 'Failed', message: '有 2 个客户群还没有绑定' },
        ],
      },
      null,
    )

    expect(checks.map(check => [check.title, check.state])).toEqual([
      ['企业和应用密钥', 'good'],
      ['事件回调', 'look'],
      ['客户群绑定', 'bad'],
    ])
    expect(checks.map(check => check.text)).toEqual(['都有效。', '还没有收到过回调。', '有 2 个客户群还没有绑定。'])
    expect(checks.map(check => check.link?.to)).toEqual([undefined, undefined, '/settings/channel#chats'])
  })

  it('has nothing to do on the simulated channel', () => {
    expect(checkChannel({ channel: 'Simulated', checks: [] }, null)).toMatchObject([{ state: 'good' }])
  })

  it('tells that the check itself failed', () => {
    expect(checkChannel(undefined, new ApiProblem(503))).toMatchObject([{ state: 'bad' }])
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
