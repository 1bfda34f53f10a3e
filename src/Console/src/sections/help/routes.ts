import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/help/:page?',
    component: () => import('./HelpPage.vue'),
    props: true,
    meta: { title: '操作手册' },
  },
]
