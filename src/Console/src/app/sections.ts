import type { Component } from 'vue'
import type { RouteRecordRaw } from 'vue-router'
import {
  Calendar,
  ChatDotRound,
  Collection,
  DataAnalysis,
  House,
  Promotion,
  Setting,
  Umbrella,
  User,
} from '@element-plus/icons-vue'

export interface Section {
  name: string
  title: string
  path: string
  icon: Component
}

/** The entries of the navigation, in their order. */
export const sections: readonly Section[] = [
  { name: 'workbench', title: '今日工作台', path: '/', icon: House },
  { name: 'calendar', title: '运营日历', path: '/calendar', icon: Calendar },
  { name: 'groups', title: '群', path: '/groups', icon: ChatDotRound },
  { name: 'campaigns', title: '活动', path: '/campaigns', icon: Promotion },
  { name: 'content', title: '内容库', path: '/content', icon: Collection },
  { name: 'members', title: '成员与超级用户', path: '/members', icon: User },
  { name: 'care', title: '守护', path: '/care', icon: Umbrella },
  { name: 'insights', title: '数据', path: '/insights', icon: DataAnalysis },
  { name: 'settings', title: '设置', path: '/settings', icon: Setting },
]

const modules = import.meta.glob<{ routes: RouteRecordRaw[] }>('../sections/*/routes.ts', { eager: true })

/** The routes of every `src/sections/<section>/routes.ts`, each with the name of its section. */
export function sectionRoutes(): RouteRecordRaw[] {
  return Object.entries(modules).flatMap(([file, { routes }]) => {
    const section = file.split('/').at(-2)
    return routes.map(route => ({ ...route, meta: { ...route.meta, section } }) as RouteRecordRaw)
  })
}
