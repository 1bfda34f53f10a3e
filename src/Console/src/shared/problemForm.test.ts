import { expect, it } from 'vitest'
import { ApiProblem } from '@/api/problem'
import { useProblemForm } from './problemForm'

const refusal = new ApiProblem(400, {
  errors: { name: ['is missing.'], 'charter.benefits[1]': ['must not be empty.'], other: ['is odd.'] },
})

it('shows each reason at its field, and the rest apart', async () => {
  const form = useProblemForm(() => ['name', 'charter.benefits'])

  expect(await form.submit(() => Promise.reject(refusal))).toBe(false)

  expect(form.errorOf('name')).toBe('必填')
  expect(form.errorOf('charter.benefits')).toBe('必填')
  expect(form.errorOf('capacity')).toBe('')
  expect(form.otherErrors.value).toEqual(['other：is odd.'])
})

it('forgets the reasons once the change is accepted', async () => {
  const form = useProblemForm()
  await form.submit(() => Promise.reject(refusal))

  expect(await form.submit(() => Promise.resolve())).toBe(true)

  expect(form.problem.value).toBeNull()
  expect(form.errorOf('name')).toBe('')
})

it('runs one change at a time', async () => {
  const form = useProblemForm()
  let finish = (): void => undefined
  const first = form.submit(() => new Promise<void>(resolve => (finish = resolve)))

  expect(await form.submit(() => Promise.resolve())).toBe(false)

  finish()
  expect(await first).toBe(true)
})
