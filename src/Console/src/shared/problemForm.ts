import { computed, nextTick, ref, shallowRef } from 'vue'
import { type ApiProblem, toProblem } from '@/api/problem'
import { translateReason } from './reasons'

/**
 * The state of a form that the API refuses field by field. What was typed stays; `errorOf` gives the text for
 * `el-form-item`'s `error`.
 */
export function useProblemForm(knownFields: () => readonly string[] = () => []) {
  const problem = shallowRef<ApiProblem | null>(null)
  const isBusy = ref(false)

  /** The reasons of a field and of what it holds: `benefits` has those of `benefits[2]`. */
  function errorOf(field: string): string {
    return Object.entries(problem.value?.errors ?? {})
      .filter(([name]) => belongsTo(name, field))
      .flatMap(([, reasons]) => reasons.map(translateReason))
      .join('；')
  }

  /** Reasons that no field of the form shows. */
  const otherErrors = computed(() =>
    Object.entries(problem.value?.errors ?? {})
      .filter(([name]) => !knownFields().some(field => belongsTo(name, field)))
      .map(([name, reasons]) => `${name}：${reasons.map(translateReason).join('；')}`),
  )

  /** Runs the change; true when it was accepted. A refusal is kept, and its first field gets the focus. */
  async function submit(change: () => Promise<unknown>): Promise<boolean> {
    if (isBusy.value) return false
    isBusy.value = true
    try {
      await change()
      problem.value = null
      return true
    } catch (error) {
      problem.value = toProblem(error)
      await nextTick()
      document.querySelector<HTMLElement>('.el-form-item.is-error :is(input, textarea)')?.focus()
      return false
    } finally {
      isBusy.value = false
    }
  }

  return { problem, isBusy, errorOf, otherErrors, submit, reset: () => (problem.value = null) }
}

function belongsTo(name: string, field: string): boolean {
  return name === field || name.startsWith(`${field}[`) || name.startsWith(`${field}.`)
}
