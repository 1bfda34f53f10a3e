import type { RouteRecordRaw } from 'vue-router'
import { settingsTabs } from './tabs'

const components: Readonly<Record<string, RouteRecordRaw['component']>> = {
  channel: () => import('./channel/ChannelTab.vue'),
  shops: () => import('./shops/ShopsTab.vue'),
  operators: () => import('./operators/OperatorsTab.vue'),
  audit: () => import('./audit/AuditTab.vue'),
  staff: () => import('./staff/StaffTab.vue'),
  messages: () => import('./messages/MessagesTab.vue'),
  brand: () => import('./brand/BrandTab.vue'),
  plans: () => import('./plans/PlansTab.vue'),
  rehearsal: () => import('./rehearsal/RehearsalTab.vue'),
}

export const routes: RouteRecordRaw[] = [
  {
    path: '/settings',
    component: () => import('./SettingsPage.vue'),
    redirect: '/settings/channel',
    children: settingsTabs.map(
      ({ name, title }) =>
        ({ path: name, component: components[name], meta: { title: `${title} · 设置` } }) as RouteRecordRaw,
    ),
  },
]
