import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  { path: '/content', component: () => import('./ContentListPage.vue'), meta: { title: '内容库' } },
  { path: '/content/new', component: () => import('./ContentCreatePage.vue'), meta: { title: '新建素材' } },
  { path: '/content/import', component: () => import('./ContentImportPage.vue'), meta: { title: '导入素材' } },
  { path: '/content/:contentId', component: () => import('./ContentPage.vue'), props: true, meta: { title: '素材' } },
  {
    path: '/content/:contentId/edit',
    component: () => import('./ContentEditPage.vue'),
    props: true,
    meta: { title: '修改素材' },
  },
]
