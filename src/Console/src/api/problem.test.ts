import { describe, expect, it } from 'vitest'
import description from '../../openapi.json'
import { conflictTitles } from './conflicts'
import { ApiProblem, readProblem } from './problem'

function refusal(status: number, body: object): Promise<ApiProblem> {
  const headers = { 'content-type': 'application/problem+json' }
  return readProblem(new Response(JSON.stringify(body), { status, headers }))
}

describe('a conflict', () => {
  it('is told in Chinese by its kind, and the words of the API are small print', async () => {
    const problem = await refusal(409, { kind: 'Ended', title: 'It conflicts.', detail: 'the sale is over.' })

    expect(problem.title).toBe('已经结束了，不能再改')
    expect(problem.kind).toBe('Ended')
    expect(problem.detail).toBe('the sale is over.')
    expect(problem.message).not.toContain('sale')
  })

  it('has words for every kind of the description', () => {
    const kinds = description.components.schemas.ConflictKind.enum
    expect(Object.keys(conflictTitles).sort()).toEqual([...kinds].sort())
    for (const title of Object.values(conflictTitles)) expect(title).toMatch(/^[\u4e00-\u9fff，：、]+$/)
  })

  it('has a general title for a kind that is not known', async () => {
    expect((await refusal(409, { kind: 'toString' })).title).toBe('与现有内容冲突')
  })
})

it('tells other problems by their status', () => {
  expect(new ApiProblem(404, { detail: 'There is no group x.' }).message).toBe('没有找到')
  expect(new ApiProblem(418, { title: 'I am a teapot' }).message).toBe('I am a teapot')
})
