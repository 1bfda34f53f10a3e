import { ref, watch } from 'vue'

/** A choice that this browser remembers; an empty text for none. */
export function useRemembered(key: string) {
  const value = ref(localStorage.getItem(key) ?? '')
  watch(value, chosen => localStorage.setItem(key, chosen))
  return value
}
