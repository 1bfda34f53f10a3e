import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/calendar',
    component: () => import('@/app/ComingPage.vue'),
    props: { title: '运营日历' },
    meta: { title: '运营日历' },
  },
]
