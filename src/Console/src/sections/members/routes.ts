import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/members',
    component: () => import('@/app/ComingPage.vue'),
    props: { title: '成员与超级用户' },
    meta: { title: '成员与超级用户' },
  },
]
