// The names of weekdays and months in Element Plus's pickers.
import 'dayjs/locale/zh-cn'
import 'element-plus/dist/index.css'
import 'element-plus/theme-chalk/dark/css-vars.css'
import './app/console.css'
import './app/motion.css'
import { VueQueryPlugin } from '@tanstack/vue-query'
import { createApp } from 'vue'
import { readServerClock, startClock } from './api/clock'
import { queryClient } from './api/query'
import { connectSession, restoreSession } from './api/session'
import App from './App.vue'
import { goToSignIn, router } from './app/router'
import { startTheme } from './app/theme'

async function start(): Promise<void> {
  startTheme()
  connectSession(goToSignIn)
  startClock()
  // Without an answer the sign-in page says so.
  if (await restoreSession().catch(() => false)) await readServerClock()
  createApp(App).use(router).use(VueQueryPlugin, { queryClient }).mount('#app')
}

void start()
