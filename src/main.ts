import { keepCompiled } from './platform/compile-cache.ts';
import { requireNode } from './platform/config/node-version.ts';

requireNode();
keepCompiled(import.meta.dirname);

// Only now the rest: on an older Node it would fail in ways that help nobody.
const { runServer } = await import('./site/start/run-server.ts');
await runServer(import.meta.dirname);
