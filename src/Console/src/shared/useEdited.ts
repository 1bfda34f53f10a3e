import { computed, ref, shallowRef } from 'vue'
import type { Versioned } from '@/api/client'

/**
 * What a dialog edits. Until its latest version is read, `isUnread` keeps anybody from typing what that version would
 * replace. `id` is null while something new is made.
 */
export function useEdited<T>(read: (id: string) => Promise<Versioned<T>>, show: (value: T) => void) {
  const id = ref<string | null>(null)
  const etag = shallowRef<string | null>(null)
  const isUnread = computed(() => id.value !== null && etag.value === null)

  async function reload(): Promise<void> {
    const asked = id.value
    if (asked === null) return
    etag.value = null
    const version = await read(asked)
    // Another was opened meanwhile.
    if (asked !== id.value) return reload()
    show(version.value)
    etag.value = version.etag
  }

  return { id, etag, isUnread, reload }
}
