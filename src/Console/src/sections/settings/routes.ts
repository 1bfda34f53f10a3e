import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/settings',
    component: () => import('@/app/ComingPage.vue'),
    props: { title: '设置' },
    meta: { title: '设置' },
  },
]
