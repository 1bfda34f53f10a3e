import type { Schemas } from '@/api/client'
import type { ApiProblem } from '@/api/problem'
import type { Mark } from './marks'

// The API names the field of the acknowledgement in each refusal of words.
const BROKEN = /acknowledgement/

/** True for a refusal that somebody may take responsibility for. */
export function isRuleBroken(problem: ApiProblem | null): boolean {
  return Object.values(problem?.errors ?? {}).some(reasons => reasons.some(reason => BROKEN.test(reason)))
}

/** The findings in one text, such as `variants[0]`. */
export function marksOf(findings: readonly Schemas['Finding'][], field: string): Mark[] {
  return findings
    .filter(finding => finding.field === field)
    .map(({ words, rule, reason }) => ({ words, reason: `${rule}：${reason}` }))
}
