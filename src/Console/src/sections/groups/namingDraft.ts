import type { Schemas } from '@/api/client'

/** The parts of a group's name. */
export type NamingDraft = Schemas['GroupNaming']

type Naming = NonNullable<Schemas['CreateGroupRequest']['naming']>

export const namingPatterns: Record<
  Schemas['GroupNamePattern'],
  { label: string; first: string; second: string; help: string }
> = {
  RegionField: { label: '地域+领域', first: '地域', second: '领域', help: '同城的人聊一件事，例：杭州绿茶1群。' },
  BrandField: { label: '品牌+领域', first: '品牌', second: '领域', help: '一看就知道是谁家的群，例：茗山绿茶1群。' },
  StageIdentity: { label: '阶段+身份', first: '阶段', second: '身份', help: '按走到哪一步分群，例：新手茶友1群。' },
}

export function newNaming(): NamingDraft {
  return { pattern: 'RegionField', first: '', second: '', number: 1 }
}

/** The name that the API makes from the parts. */
export function nameOf({ first, second, number }: NamingDraft): string {
  return `${first.trim()}${second.trim()}${number}群`
}

export function toNaming({ first, second, ...naming }: NamingDraft): Naming {
  return { ...naming, first: first.trim(), second: second.trim() }
}
