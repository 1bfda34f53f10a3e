import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/insights',
    component: () => import('@/app/ComingPage.vue'),
    props: { title: '数据' },
    meta: { title: '数据' },
  },
]
