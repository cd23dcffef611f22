import { defineConfig } from 'vite';

/** The server and the command line, built for Node; packages stay outside, the browser's files are built by `scripts/build-assets.ts`. */
export default defineConfig({
  logLevel: 'warn',
  publicDir: false,
  build: {
    ssr: true,
    target: 'node24',
    outDir: 'dist',
    emptyOutDir: false,
    minify: false,
    rolldownOptions: {
      input: { server: 'src/main.ts', cli: 'src/cli.ts' },
      // Flat, so that every built file finds `../migrations` at the same distance.
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});
