export interface SettingsTab {
  name: string
  title: string
  /** True for what the API tells administrators only. */
  isAdministrative?: boolean
}

/** The tabs in their order; each is a path below `/settings`. */
export const settingsTabs: readonly SettingsTab[] = [
  { name: 'channel', title: '渠道' },
  { name: 'shops', title: '店铺' },
  { name: 'operators', title: '操作员', isAdministrative: true },
  { name: 'audit', title: '审计', isAdministrative: true },
  { name: 'staff', title: '员工' },
  { name: 'messages', title: '异常消息', isAdministrative: true },
  { name: 'brand', title: '品牌' },
  { name: 'plans', title: '计划', isAdministrative: true },
  { name: 'rehearsal', title: '彩排' },
]
