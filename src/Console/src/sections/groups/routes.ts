import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  { path: '/groups', component: () => import('./GroupListPage.vue'), meta: { title: '群' } },
  { path: '/groups/new', component: () => import('./GroupCreatePage.vue'), meta: { title: '新建群' } },
  { path: '/groups/:groupId', component: () => import('./GroupPage.vue'), props: true, meta: { title: '群' } },
]
