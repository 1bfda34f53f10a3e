import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import components from 'unplugin-vue-components/vite'
import { ElementPlusResolver } from 'unplugin-vue-components/resolvers'
import { defineConfig } from 'vitest/config'
import { compress } from './build/compress.ts'
import { guide } from './build/guide.ts'

const api = process.env.CONSOLE_API ?? 'http://127.0.0.1:7071'

export default defineConfig({
  base: '/console/',
  plugins: [
    vue(),
    components({ dirs: [], dts: false, resolvers: [ElementPlusResolver({ importStyle: false })] }),
    guide(),
    compress(),
  ],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    outDir: fileURLToPath(new URL('./dist', import.meta.url)),
    emptyOutDir: true,
    manifest: 'manifest.json',
    rollupOptions: { input: ['index.html', 'sidebar.html'] },
    target: 'es2022',
    // Images stay files: the Content-Security-Policy names few sources of data.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    reportCompressedSize: false,
  },
  server: { proxy: { '^/(api|local|posters|docs|openapi.json)': { target: api } } },
  test: {
    environment: 'happy-dom',
    // A window for each file took most of the time.
    isolate: false,
    include: ['src/**/*.test.ts'],
    server: { deps: { inline: ['element-plus'] } },
  },
})
