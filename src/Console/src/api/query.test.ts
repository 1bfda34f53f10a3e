import { onlineManager, QueryObserver } from '@tanstack/vue-query'
import { expect, it, vi } from 'vitest'
import { queryClient } from './query'

it('reads again as soon as the network is back', async () => {
  queryClient.mount()
  const read = vi.fn(() => Promise.resolve('groups'))
  const observer = new QueryObserver(queryClient, { queryKey: ['groups'], queryFn: read, staleTime: 0 })
  const stop = observer.subscribe(() => undefined)
  await vi.waitFor(() => expect(read).toHaveBeenCalledTimes(1))
  await vi.waitFor(() => expect(queryClient.isFetching()).toBe(0))

  onlineManager.setOnline(false)
  onlineManager.setOnline(true)

  await vi.waitFor(() => expect(read).toHaveBeenCalledTimes(2))
  stop()
  queryClient.unmount()
})
