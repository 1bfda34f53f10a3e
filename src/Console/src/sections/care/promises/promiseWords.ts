import type { Labels } from '@/shared/labels'
import type { UnitState } from './promise'

export const promiseKinds: Labels<'PromiseKind'> = { Learning: '学习', Service: '服务' }

export const promiseKindNotes: Labels<'PromiseKind'> = {
  Learning: '课、作业、陪跑。交付后会在群里问一次收获（获得感）。',
  Service: '带次数的服务，群友来兑换，超出的算额外。',
}

export const unitStates: Readonly<Record<UnitState, string>> = {
  open: '还没到',
  soon: '快到期',
  missed: '逾期未交付',
  kept: '按时交付',
  late: '交付了，晚了',
}

export const unitStateTypes: Readonly<Record<UnitState, 'info' | 'warning' | 'danger' | 'success'>> = {
  open: 'info',
  soon: 'warning',
  missed: 'danger',
  kept: 'success',
  late: 'warning',
}
