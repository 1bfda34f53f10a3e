import { computed, ref } from 'vue'
import { useApiMutation } from '@/api/query'
import { useProblemForm } from '@/shared/problemForm'

interface Edit {
  /** The tag of what is shown now. */
  etag: () => string | null
  /** Fills the form with what is shown now. */
  fill: () => void
  /** Sends the form; with a tag it is refused when somebody changed the thing since. */
  save: (ifMatch: string | undefined) => Promise<unknown>
  changedKeys: () => readonly (readonly unknown[])[]
  fields: readonly string[]
}

/** A drawer that edits the version that was shown when it was opened. */
export function useEdit({ etag, fill, save, changedKeys, fields }: Edit) {
  const isOpen = ref(false)
  const openedTag = ref<string | null>(null)
  const form = useProblemForm(() => fields)
  const { mutateAsync } = useApiMutation(save, changedKeys)

  function open(): void {
    fill()
    openedTag.value = etag()
    form.reset()
    isOpen.value = true
  }

  async function send(ifMatch: string | undefined): Promise<void> {
    if (await form.submit(() => mutateAsync(ifMatch))) isOpen.value = false
  }

  return {
    ...form,
    isOpen,
    isStale: computed(() => form.problem.value?.isStale === true),
    open,
    submit: () => send(openedTag.value ?? undefined),
    overwrite: () => send(undefined),
  }
}
