import { computed, ref } from 'vue'
import { distinct } from './report'

/** The names of figures, and the one that is shown: the first until another is chosen. */
export function useFigureChoice(all: () => readonly string[]) {
  const picked = ref('')
  const names = computed(() => distinct(all()))
  const name = computed({
    get: () => (names.value.includes(picked.value) ? picked.value : (names.value[0] ?? '')),
    set: value => (picked.value = value),
  })
  return { names, name }
}
