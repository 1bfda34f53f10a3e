import type { GroupPart } from './useGroupForm'

export const textNames = ['welcome', 'rules', 'introduction', 'cardNameReminder'] as const

/** The onboarding texts of a group; an empty one is the product's. */
export type TextsDraft = Record<(typeof textNames)[number], string>

export const textsPart: GroupPart<TextsDraft> = {
  fields: textNames.map(name => `texts.${name}`),
  editOf: ({ texts }) => ({
    welcome: texts.welcome ?? '',
    rules: texts.rules ?? '',
    introduction: texts.introduction ?? '',
    cardNameReminder: texts.cardNameReminder ?? '',
  }),
  changesOf: (opened, edit) => {
    const changed = textNames.filter(name => edit[name].trim() !== opened[name])
    if (changed.length === 0) return {}
    return { texts: Object.fromEntries(changed.map(name => [name, edit[name].trim() || null])) }
  },
}
