import { requireNode } from './platform/config/node-version.ts';

requireNode();
// Before React is loaded: without this it runs the checks that it has for developers, and takes twice as long.
process.env.NODE_ENV ??= 'production';

// Only now the rest: on an older Node it would fail in ways that help nobody.
const { keepCompiled } = await import('./platform/compile-cache.ts');
keepCompiled(import.meta.dirname);
const { runCli } = await import('./site/cli/run-cli.ts');
await runCli(import.meta.dirname, process.argv.slice(2));
