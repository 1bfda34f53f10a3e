import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  { path: '/insights', component: () => import('./InsightsPage.vue'), meta: { title: '数据' } },
]
