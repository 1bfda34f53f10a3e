import {
  keepPreviousData,
  QueryClient,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/vue-query'
import { computed, type MaybeRefOrGetter, toValue } from 'vue'
import { ApiProblem } from './problem'

/** How often what is shown is read again. */
export const REFRESH_MS = 10_000

// A list that was scrolled far is not read again by the clock: each of its pages would be a request.
const REFRESHED_PAGES = 3

type Key = readonly unknown[]

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // A lost network is told at once; a reading or change that waits for it would look like one that takes long.
      networkMode: 'always',
      staleTime: 2_000,
      refetchOnWindowFocus: true,
      refetchOnReconnect: true, // not the default in this network mode
      retry: (failures, error) => failures < 2 && (!(error instanceof ApiProblem) || isTransient(error)),
    },
    mutations: { networkMode: 'always', retry: false },
  },
})

function isTransient(problem: ApiProblem): boolean {
  return problem.isUnreachable || problem.status >= 500
}

export interface QueryOptions {
  enabled?: MaybeRefOrGetter<boolean>
  /** Milliseconds between readings; false reads once. */
  refresh?: number | false
  /** True for what never changes: it is read once while the console is open. */
  isConstant?: boolean
}

/**
 * Reads from the API and keeps it fresh. What was read stays while it is read again, also under a new key, so a page
 * keeps its place.
 */
export function useApiQuery<T>(key: MaybeRefOrGetter<Key>, read: () => Promise<T>, options: QueryOptions = {}) {
  return useQuery<T, ApiProblem>({
    queryKey: computed(() => toValue(key)),
    queryFn: read,
    enabled: computed(() => toValue(options.enabled) ?? true),
    refetchInterval: options.isConstant ? false : (options.refresh ?? REFRESH_MS),
    staleTime: options.isConstant ? Infinity : undefined,
    placeholderData: keepPreviousData,
    shallow: true, // answers are replaced, never changed
  })
}

export interface Page<T> {
  items: T[]
  continuation: string | null
}

/** What `useApiPages` gives. */
export type ApiPages<T> = ReturnType<typeof useApiPages<T>>

/** Reads a list by pages; `items` are those of the pages that were read. */
export function useApiPages<T>(
  key: MaybeRefOrGetter<Key>,
  readPage: (continuation: string | undefined) => Promise<Page<T>>,
  options: QueryOptions = {},
) {
  const query = useInfiniteQuery<Page<T>, ApiProblem, { pages: Page<T>[] }, Key, string | undefined>({
    queryKey: computed(() => toValue(key)),
    queryFn: ({ pageParam }) => readPage(pageParam),
    initialPageParam: undefined,
    getNextPageParam: page => page.continuation ?? undefined,
    enabled: computed(() => toValue(options.enabled) ?? true),
    refetchInterval: current =>
      (current.state.data?.pages.length ?? 0) <= REFRESHED_PAGES ? (options.refresh ?? REFRESH_MS) : false,
    placeholderData: keepPreviousData,
    // Thousands of items: neither a proxy of each, nor a comparison of all pages when one more arrives.
    shallow: true,
    structuralSharing: false,
  })
  const items = computed<T[]>(() => query.data.value?.pages.flatMap(page => page.items) ?? [])

  /** Reads the next page, unless there is none or it is being read. */
  function readMore(): void {
    if (query.hasNextPage.value && !query.isFetchingNextPage.value) void query.fetchNextPage()
  }

  return { ...query, items, readMore }
}

/** Changes something; afterwards what begins with one of the keys is read again, also after a refusal. */
export function useApiMutation<TInput, TResult>(
  change: (input: TInput) => Promise<TResult>,
  changedKeys: () => readonly Key[] = () => [],
) {
  const client = useQueryClient()
  return useMutation<TResult, ApiProblem, TInput>({
    mutationFn: change,
    onSettled: () => Promise.all(changedKeys().map(queryKey => client.invalidateQueries({ queryKey }))),
  })
}
