import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  { path: '/members', component: () => import('./MembersPage.vue'), meta: { title: '成员与超级用户' } },
  {
    path: '/members/:memberId',
    component: () => import('./MemberPage.vue'),
    props: true,
    meta: { title: '成员' },
  },
]
