import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  { path: '/campaigns', component: () => import('./fission/CampaignsPage.vue'), meta: { title: '裂变活动' } },
  { path: '/campaigns/new', component: () => import('./fission/NewCampaignPage.vue'), meta: { title: '新建裂变活动' } },
  {
    path: '/campaigns/fission/:campaignId',
    component: () => import('./fission/CampaignPage.vue'),
    props: true,
    meta: { title: '裂变活动' },
  },
  {
    path: '/campaigns/compare',
    component: () => import('./fission/CompareModesPage.vue'),
    meta: { title: '邀请方式对比' },
  },
  {
    path: '/campaigns/conversions',
    component: () => import('./conversions/ConversionsPage.vue'),
    meta: { title: '转化' },
  },
  {
    path: '/campaigns/new-conversion',
    component: () => import('./conversions/NewConversionPage.vue'),
    meta: { title: '新建转化' },
  },
  {
    path: '/campaigns/conversions/:id',
    component: () => import('./conversions/ConversionPage.vue'),
    props: true,
    meta: { title: '转化' },
  },
  { path: '/campaigns/flash-sales', component: () => import('./flash/FlashSalesPage.vue'), meta: { title: '快闪' } },
  {
    path: '/campaigns/new-flash-sale',
    component: () => import('./flash/NewFlashSalePage.vue'),
    meta: { title: '新建快闪' },
  },
  {
    path: '/campaigns/flash-sales/:id',
    component: () => import('./flash/FlashSalePage.vue'),
    props: true,
    meta: { title: '快闪' },
  },
  {
    path: '/campaigns/group-buys',
    component: () => import('./group-buys/GroupBuysPage.vue'),
    meta: { title: '拼团' },
  },
  {
    path: '/campaigns/new-group-buy',
    component: () => import('./group-buys/NewGroupBuyPage.vue'),
    meta: { title: '新建拼团' },
  },
  {
    path: '/campaigns/group-buys/:id',
    component: () => import('./group-buys/GroupBuyPage.vue'),
    props: true,
    meta: { title: '拼团' },
  },
]
