import { createRouter, createWebHistory } from 'vue-router'
import { useSession } from '@/api/session'
import { sectionRoutes } from './sections'

declare module 'vue-router' {
  interface RouteMeta {
    /** The title of the page in the browser's tab. */
    title?: string
    /** The section whose entry of the navigation is marked. */
    section?: string
    /** True for pages that need no session. */
    isPublic?: boolean
  }
}

export const SIGN_IN = 'sign-in'

export const router = createRouter({
  history: createWebHistory(import.meta.env.BASE_URL),
  routes: [
    {
      path: '/sign-in',
      name: SIGN_IN,
      component: () => import('@/session/SignInPage.vue'),
      meta: { title: '登录', isPublic: true },
    },
    {
      path: '/',
      component: () => import('./AppShell.vue'),
      children: [
        ...sectionRoutes(),
        { path: '/:unknown(.*)*', component: () => import('./NotFoundPage.vue'), meta: { title: '没有这个页面' } },
      ],
    },
  ],
  // A filter or a panel in the address keeps the place.
  scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? false : { top: 0 }),
})

router.beforeEach(to => {
  const { operator } = useSession()
  if (to.meta.isPublic || operator.value !== null) return true
  return { name: SIGN_IN, query: { from: to.fullPath } }
})

router.afterEach(to => {
  document.title = to.meta.title === undefined ? '社群运营台' : `${to.meta.title} · 社群运营台`
})

/** Asks for a token and comes back to the page that is open. */
export function goToSignIn(): void {
  const { currentRoute } = router
  if (currentRoute.value.name === SIGN_IN) return
  void router.replace({ name: SIGN_IN, query: { from: currentRoute.value.fullPath } })
}
