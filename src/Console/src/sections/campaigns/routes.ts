import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/campaigns',
    component: () => import('@/app/ComingPage.vue'),
    props: { title: '活动' },
    meta: { title: '活动' },
  },
]
