import type { Schemas } from '@/api/client'
import type { Labels } from '@/shared/labels'

export const crisisStates: Labels<'CrisisState'> = { Open: '进行中', Resolved: '已解除' }

export const crisisStateTypes: Readonly<Record<Schemas['CrisisState'], 'danger' | 'success'>> = {
  Open: 'danger',
  Resolved: 'success',
}

export const steps: Labels<'CrisisStep'> = {
  Verify: '核实发生了什么、影响了谁',
  Respond: '发布第一份声明',
  Contact: '逐一答复投诉的成员',
  Review: '写复盘报告，解除危机',
}

export const roles: Labels<'CrisisRole'> = { Complaining: '投诉', Inciting: '煽动' }

/** What each role means to the person who records it. */
export const roleNotes: Labels<'CrisisRole'> = {
  Complaining: '真的受了影响、要解决问题的人',
  Inciting: '带节奏、鼓动别人一起闹的人',
}
