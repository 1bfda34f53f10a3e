import { computed } from 'vue'
import { type RouteLocationNormalizedLoaded, useRoute, useRouter } from 'vue-router'

/** The text of that name in the query of a route; empty without one. */
export function queryText({ query }: RouteLocationNormalizedLoaded, name: string): string {
  const value = query[name]
  return typeof value === 'string' ? value : ''
}

/** A text in the query of the address, so that a link shows the same. Empty is left out. */
export function useQueryText(name: string, whenAbsent = '') {
  const route = useRoute()
  const router = useRouter()
  return computed({
    get: () => (typeof route.query[name] === 'string' ? queryText(route, name) : whenAbsent),
    set: value => {
      const query = { ...route.query, [name]: value && value !== whenAbsent ? value : undefined }
      void router.replace({ query })
    },
  })
}
