import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  { path: '/care', component: () => import('./CarePage.vue'), meta: { title: '守护' } },
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
]
