import { keepCompiled } from './platform/compile-cache.ts';
import { requireNode } from './platform/config/node-version.ts';

requireNode();
keepCompiled(import.meta.dirname);

// Only now the rest: on an older Node it would fail in ways that help nobody.
const { runCli } = await import('./site/cli/run-cli.ts');
await runCli(import.meta.dirname, process.argv.slice(2));
