import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/content',
    component: () => import('@/app/ComingPage.vue'),
    props: { title: '内容库' },
    meta: { title: '内容库' },
  },
]
