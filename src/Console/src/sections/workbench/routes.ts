import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  { path: '', component: () => import('./WorkbenchPage.vue'), meta: { title: '今日工作台' } },
]
