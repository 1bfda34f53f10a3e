import './sidebar.css'
import '../app/motion.css'
import { createApp } from 'vue'
import SidebarApp from './SidebarApp.vue'

createApp(SidebarApp).mount('#app')
