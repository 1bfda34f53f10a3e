import type { Schemas } from '@/api/client'
import type { GroupPart } from './useGroupForm'

/** What is typed into the form of a charter. */
export interface CharterDraft {
  audience: string
  service: string
  benefits: string[]
  rules: string[]
  endsAt: string | null
  ending: string
  membersHavePaid: boolean | null
  deputies: { staffId: string; expertise: string }[]
  rhythm: string
  goal: string
  measure: string
  reviewAt: string | null
  consequence: Schemas['ViolationConsequence'] | null
}

const names = [
  'audience',
  'service',
  'benefits',
  'rules',
  'endsAt',
  'ending',
  'membersHavePaid',
  'deputies',
  'rhythm',
  'goal',
  'reviewAt',
  'consequence',
] as const

export const charterFieldNames = names.map(name => `charter.${name}`)

export function newCharter(): CharterDraft {
  return {
    audience: '',
    service: '',
    benefits: [],
    rules: [],
    endsAt: null,
    ending: '',
    membersHavePaid: null,
    deputies: [],
    rhythm: '',
    goal: '',
    measure: '',
    reviewAt: null,
    consequence: null,
  }
}

export function toCharter({ goal, measure, rhythm, ...draft }: CharterDraft): Schemas['CharterRequest'] {
  return {
    ...draft,
    rhythm: rhythm.trim() === '' ? null : rhythm.trim(),
    goal: goal.trim() === '' && measure.trim() === '' ? null : { text: goal.trim(), measure: measure.trim() },
  }
}

/** The form of a stored charter. */
export function draftOf(charter: Schemas['Charter']): CharterDraft {
  return {
    ...charter,
    benefits: [...charter.benefits],
    rules: [...charter.rules],
    deputies: charter.deputies.map(deputy => ({ ...deputy })),
    rhythm: charter.rhythm ?? '',
    goal: charter.goal?.text ?? '',
    measure: charter.goal?.measure ?? '',
  }
}

export const charterPart: GroupPart<CharterDraft> = {
  fields: charterFieldNames,
  editOf: group => draftOf(group.charter),
  changesOf: (opened, edit) => {
    const before = toCharter(opened)
    const after = toCharter(edit)
    const changed = names.filter(name => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
    return changed.length === 0 ? {} : { charter: Object.fromEntries(changed.map(name => [name, after[name]])) }
  },
}
