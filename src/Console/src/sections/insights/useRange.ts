import { computed } from 'vue'
import { useNow } from '@/api/clock'
import { addDays, brandDate } from '@/shared/format'
import { useQueryText } from '@/shared/useQueryText'
import { daysOf } from './days'

const DAYS_BEFORE = 13
export const MOST_DAYS = 92

/** The local days of the address, both included: the last two weeks when absent. */
export function useRange() {
  const { now } = useNow()
  const today = computed(() => brandDate(now.value))
  const fromText = useQueryText('from')
  const toText = useQueryText('to')
  const to = computed(() => toText.value || today.value)
  const from = computed(() => fromText.value || addDays(to.value, -DAYS_BEFORE))
  const isValid = computed(() => from.value <= to.value && daysOf(from.value, to.value).length <= MOST_DAYS)
  return { from, to, fromText, toText, today, isValid }
}
