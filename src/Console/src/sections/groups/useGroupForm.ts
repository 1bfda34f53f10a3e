import { ElMessage } from 'element-plus'
import { computed, reactive, type Ref, ref, watch } from 'vue'
import { api, type Schemas, type Versioned, versionOf } from '@/api/client'
import { useProblemForm } from '@/shared/problemForm'
import { useGroup } from './useGroup'

export type GroupChanges = Omit<Schemas['EditGroupRequest'], 'by'>

/** What a form edits of a group. */
export interface GroupPart<TEdit extends object> {
  fields: readonly string[]
  editOf: (group: Schemas['GroupView']) => TEdit
  /** Only what differs from the version that was opened: another's change of another field stays. */
  changesOf: (opened: TEdit, edit: TEdit) => GroupChanges
}

/** The form of a dialog about a group, which another person may change meanwhile. */
export function useGroupForm<TEdit extends object>(
  version: () => Versioned<Schemas['GroupView']>,
  isOpen: Ref<boolean>,
  { fields, editOf, changesOf }: GroupPart<TEdit>,
) {
  const { edit: save } = useGroup(() => version().value.id)
  const form = useProblemForm(() => fields)

  // The version that was opened. What arrives meanwhile does not change the form.
  const opened = ref(openedAt(version())) as Ref<Versioned<TEdit>>
  const edit = reactive(editOf(version().value)) as TEdit
  const changes = computed(() => changesOf(opened.value.value, edit))
  const isUnchanged = computed(() => Object.keys(changes.value).length === 0)

  watch(isOpen, open => {
    if (open) show(version())
  })

  function openedAt({ value, etag }: Versioned<Schemas['GroupView']>): Versioned<TEdit> {
    return { value: editOf(value), etag }
  }

  function show(latest: Versioned<Schemas['GroupView']>): void {
    opened.value = openedAt(latest)
    Object.assign(edit, editOf(latest.value))
    form.reset()
  }

  function readLatest(): Promise<Versioned<Schemas['GroupView']>> {
    return versionOf(api.GET('/api/groups/{groupId}', { params: { path: { groupId: version().value.id } } }))
  }

  async function reload(): Promise<void> {
    show(await readLatest())
  }

  async function confirm(etag: string | null = opened.value.etag): Promise<void> {
    if (!(await form.submit(() => save.mutateAsync({ changes: changes.value, etag })))) return
    ElMessage.success('已保存')
    isOpen.value = false
  }

  // The fields that were changed here are written over the latest version.
  async function overwrite(): Promise<void> {
    await confirm((await readLatest()).etag)
  }

  return { ...form, edit, isUnchanged, confirm, reload, overwrite }
}
