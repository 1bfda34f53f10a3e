import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'

/** A text in the query of the address, so that a link shows the same. Empty is left out. */
export function useQueryText(name: string, whenAbsent = '') {
  const route = useRoute()
  const router = useRouter()
  return computed({
    get: () => {
      const value = route.query[name]
      return typeof value === 'string' ? value : whenAbsent
    },
    set: value => {
      const query = { ...route.query, [name]: value && value !== whenAbsent ? value : undefined }
      void router.replace({ query })
    },
  })
}
