import type { RouteRecordRaw } from 'vue-router'

const plans = '/calendar/plans'

export const routes: RouteRecordRaw[] = [
  { path: '/calendar', component: () => import('./CalendarPage.vue'), meta: { title: '运营日历' } },
  { path: plans, component: () => import('./plans/PlanListPage.vue'), meta: { title: '推送计划' } },
  { path: `${plans}/new`, component: () => import('./plans/PlanCreatePage.vue'), meta: { title: '新建推送计划' } },
  { path: `${plans}/templates`, component: () => import('./plans/TemplatesPage.vue'), meta: { title: '现成的节奏' } },
  {
    path: `${plans}/:planId`,
    component: () => import('./plans/PlanPage.vue'),
    props: true,
    meta: { title: '推送计划' },
  },
  {
    path: `${plans}/:planId/edit`,
    component: () => import('./plans/PlanEditPage.vue'),
    props: true,
    meta: { title: '修改推送计划' },
  },
]
