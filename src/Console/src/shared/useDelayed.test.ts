import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { effectScope } from 'vue'
import { useDelayed } from './useDelayed'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

function setUp() {
  const change = vi.fn()
  const scope = effectScope()
  const delayed = scope.run(() => useDelayed(change, 5_000))
  if (delayed === undefined) throw new Error('The scope did not run.')
  return { change, scope, delayed }
}

it('makes the change once its time is over', () => {
  const { change, delayed } = setUp()
  delayed.start('a')
  vi.advanceTimersByTime(4_999)
  expect(change).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(change).toHaveBeenCalledExactlyOnceWith('a')
})

it('drops a change that is undone', () => {
  const { change, delayed, scope } = setUp()
  delayed.start('a')
  delayed.undo('a')
  vi.advanceTimersByTime(10_000)
  scope.stop()
  expect(change).not.toHaveBeenCalled()
})

it('makes what waits when the page is left', () => {
  const { change, delayed, scope } = setUp()
  delayed.start('a')
  scope.stop()
  expect(change).toHaveBeenCalledExactlyOnceWith('a')
})
