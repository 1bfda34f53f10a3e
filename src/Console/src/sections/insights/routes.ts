import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  { path: '/insights', component: () => import('./InsightsPage.vue'), meta: { title: '数据' } },
  {
    path: '/insights/rehearsals/:rehearsalId',
    component: () => import('./rehearsals/RehearsalPage.vue'),
    props: true,
    meta: { title: '彩排' },
  },
]
