import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/care',
    component: () => import('./CarePage.vue'),
    children: [
      { path: '', component: () => import('./suitability/SuitabilityTab.vue'), meta: { title: '守护' } },
      { path: 'health', component: () => import('./health/HealthTab.vue'), meta: { title: '群健康 · 守护' } },
      { path: 'feedback', component: () => import('./feedback/FeedbackTab.vue'), meta: { title: '反馈 · 守护' } },
      { path: 'violations', component: () => import('./violations/ViolationsTab.vue'), meta: { title: '违规 · 守护' } },
      { path: 'promises', component: () => import('./promises/PromisesTab.vue'), meta: { title: '承诺 · 守护' } },
      { path: 'crises', component: () => import('./crises/CrisesTab.vue'), meta: { title: '危机 · 守护' } },
      {
        path: 'super-users',
        component: () => import('./superUsers/SuperUsersTab.vue'),
        meta: { title: '超级用户 · 守护' },
      },
    ],
  },
  {
    path: '/care/suitability/new',
    component: () => import('./suitability/AssessPage.vue'),
    meta: { title: '该不该做社群' },
  },
  {
    path: '/care/suitability/:assessmentId',
    component: () => import('./suitability/AssessmentPage.vue'),
    props: true,
    meta: { title: '评估' },
  },
  {
    path: '/care/violations/:violationId',
    component: () => import('./violations/ViolationPage.vue'),
    props: true,
    meta: { title: '违规' },
  },
  {
    path: '/care/promises/new',
    component: () => import('./promises/CreatePromisePage.vue'),
    meta: { title: '登记承诺' },
  },
  {
    path: '/care/promises/:promiseId',
    component: () => import('./promises/PromisePage.vue'),
    props: true,
    meta: { title: '承诺' },
  },
  {
    path: '/care/crises/new',
    component: () => import('./crises/OpenCrisisPage.vue'),
    meta: { title: '开始危机' },
  },
  {
    path: '/care/crises/:crisisId',
    component: () => import('./crises/CrisisPage.vue'),
    props: true,
    meta: { title: '危机' },
  },
]
