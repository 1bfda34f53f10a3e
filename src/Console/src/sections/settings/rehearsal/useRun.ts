import { computed, onScopeDispose, ref, shallowRef } from 'vue'
import { readServerClock, useNow } from '@/api/clock'
import { type ApiProblem, toProblem } from '@/api/problem'
import { queryClient } from '@/api/query'
import { moveClock } from './localRuntime'
import { stepsTo } from './steps'

/** Runs the virtual clock to an instant, step by step. */
export function useRun() {
  const { now } = useNow()
  const target = shallowRef<Date | null>(null)
  const problem = shallowRef<ApiProblem | null>(null)
  const done = ref(0)
  const count = ref(0)
  let isHalted = false

  async function runTo(to: Date): Promise<void> {
    if (target.value !== null) return
    isHalted = false
    problem.value = null
    target.value = to
    try {
      await readServerClock()
      const steps = stepsTo(now.value as Date, to)
      count.value = steps.length
      done.value = 0
      for (const step of steps) {
        if (isHalted) break
        await moveClock(step)
        await readServerClock()
        done.value++
      }
    } catch (error) {
      problem.value = toProblem(error)
    } finally {
      target.value = null
      // Anything may have happened meanwhile.
      await queryClient.invalidateQueries()
    }
  }

  function halt(): void {
    isHalted = true
  }

  onScopeDispose(halt)

  const percent = computed(() => (count.value === 0 ? 0 : Math.floor((done.value / count.value) * 100)))
  return { target, percent, problem, runTo, halt }
}
