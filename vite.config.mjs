import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Builds what the browser gets: one stylesheet, and one script that only pages with an island ask for. */
export default defineConfig({
  plugins: [react()],
  base: '/assets/',
  publicDir: false,
  build: {
    manifest: 'manifest.json',
    outDir: 'dist/client',
    assetsDir: '.',
    assetsInlineLimit: 0,
    emptyOutDir: true,
    rollupOptions: { input: { islands: 'src/web/islands/client.tsx', samlob: 'src/web/ui/samlob.css' } },
  },
});
