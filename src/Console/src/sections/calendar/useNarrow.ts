import { onScopeDispose, ref } from 'vue'

/** True below the width at which the navigation moves into a drawer. */
export function useNarrow() {
  const media = window.matchMedia('(max-width: 767px)')
  const isNarrow = ref(media.matches)
  const read = (): void => void (isNarrow.value = media.matches)
  media.addEventListener('change', read)
  onScopeDispose(() => media.removeEventListener('change', read))
  return isNarrow
}
