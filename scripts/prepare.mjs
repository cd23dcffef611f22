// Makes the checkout ready to run: installs what is missing and builds what has changed. Runs before
// each npm script, on the Node of the machine (20 or newer), so it may use no package and must be quick.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const OLDEST_NODE_TO_INSTALL = 20;
const OLDEST_NODE_TO_RUN = 24;
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const ownNode = join(root, 'node_modules', '.bin', 'node');
/** Says to the script that npm runs after an install that this program does the building. */
const INSTALLING = 'WIJKREGIE_INSTALLING';
const stampFile = join(root, 'dist', '.stamp');
const turnFile = join(root, '.tmp', 'prepare.pid');

const say = (sentence) => process.stderr.write(`${sentence}\n`);

const stop = (sentence, code) => {
  say(sentence);
  process.exit(code);
};

const readJson = (...path) => JSON.parse(readFileSync(join(root, ...path), 'utf8'));

/** Whether what a package says of its systems (`["linux"]`, `"linux"` or `["!win32"]`) takes this one. */
const accepts = (systems, own) => {
  const list = [systems ?? own].flat();
  return list.some((item) => item.startsWith('!')) ? !list.includes(`!${own}`) : list.includes(own);
};

/** Optional packages are made for one system; those for another one are rightly absent. */
const isWanted = (entry) =>
  !entry.optional ||
  ((entry.os || entry.cpu) &&
    !entry.libc &&
    accepts(entry.os, process.platform) &&
    accepts(entry.cpu, process.arch));

/** npm writes its record of what it installed last of all, so an install cut short has none. */
const needsInstall = () => {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return true;
  const installed = readJson('node_modules', '.package-lock.json').packages;
  return Object.entries(readJson('package-lock.json').packages).some(([path, entry]) => {
    if (path === '') return false;
    return path in installed ? installed[path].version !== entry.version : isWanted(entry);
  });
};

/** The install must not run on the Node inside the folder it is about to replace. */
const pathOfMachine = () =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !folder.endsWith(join('node_modules', '.bin')))
    .join(delimiter);

const install = () => {
  say('Pakketten installeren …');
  // Development tools build the program, also where NODE_ENV says production.
  const done = spawnSync('npm', ['ci', '--include=dev', '--include=optional'], {
    cwd: root,
    env: { ...process.env, PATH: pathOfMachine(), [INSTALLING]: '1' },
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (done.error) stop(`npm kan niet worden gestart (${done.error.message}); installeer Node met npm.`, 1);
  if (done.status !== 0)
    stop('Het installeren van de pakketten is niet gelukt; zie de melding hierboven.', 1);
};

const nodeToRun = () => {
  if (existsSync(ownNode)) return ownNode;
  if (Number.parseInt(process.versions.node, 10) >= OLDEST_NODE_TO_RUN) return process.execPath;
  return stop(
    `Wijkregie heeft Node ${OLDEST_NODE_TO_RUN} nodig en voor dit systeem (${process.platform}-${process.arch}) komt die ` +
      `niet vanzelf mee; dit is Node ${process.versions.node}. Installeer Node ${OLDEST_NODE_TO_RUN} van https://nodejs.org.`,
    2,
  );
};

const SOURCES = ['src', 'scripts', 'package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts'];

function* filesUnder(path) {
  const facts = statSync(path, { throwIfNoEntry: false });
  if (!facts) return;
  if (facts.isFile()) yield `${path} ${facts.size} ${facts.mtimeMs}\n`;
  if (!facts.isDirectory()) return;
  for (const name of readdirSync(path).sort()) {
    if (!/\.test\.tsx?$/.test(name)) yield* filesUnder(path + sep + name);
  }
}

/** Changes whenever a source is changed, added or removed. */
const stampOfSources = () => {
  const hash = createHash('sha256');
  for (const source of SOURCES) for (const file of filesUnder(join(root, source))) hash.update(file);
  return hash.digest('hex');
};

const needsBuild = () => !existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== stampOfSources();

const build = () => {
  say('Bouwen …');
  const stamp = stampOfSources();
  if (existsSync(stampFile)) unlinkSync(stampFile);
  const done = spawnSync(nodeToRun(), [join(root, 'scripts', 'build.ts')], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (done.status !== 0) stop('Het bouwen is niet gelukt; zie de melding hierboven.', 1);
  writeFileSync(stampFile, stamp);
};

const isRunning = (pid) => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
};

const readTurn = () => (existsSync(turnFile) ? Number(readFileSync(turnFile, 'utf8')) : 0);

const endTurn = () => {
  if (readTurn() === process.pid) unlinkSync(turnFile);
};

/** One at a time: two commands started together would install into the same folder. */
const takeTurn = () => {
  for (let waited = 0; ; waited += 1) {
    try {
      mkdirSync(dirname(turnFile), { recursive: true });
      writeFileSync(turnFile, String(process.pid), { flag: 'wx' });
      process.once('exit', endTurn);
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') stop(`In ${root} kan niet worden geschreven (${error.code}).`, 1);
    }
    const pid = readTurn();
    // A file without a number was just made, or its maker was killed before it wrote one.
    const isLeft = pid > 0 ? !isRunning(pid) : waited > 20;
    if (isLeft && existsSync(turnFile)) unlinkSync(turnFile);
    if (waited === 0 && !isLeft) say('Wachten tot een ander commando klaar is met installeren of bouwen …');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
  }
};

if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE_TO_INSTALL) {
  stop(
    `Wijkregie heeft Node ${OLDEST_NODE_TO_INSTALL} of nieuwer nodig om te installeren en dit is Node ` +
      `${process.versions.node}; installeer een nieuwere van https://nodejs.org.`,
    2,
  );
}
// npm runs this after its own `npm ci` or `npm install`: building then keeps the first start short. Where the tools to build
// were left out, there is nothing to do.
if (process.argv.includes('--after-install')) {
  const canBuild = existsSync(join(root, 'node_modules', 'vite'));
  if (canBuild && !process.env[INSTALLING] && needsBuild()) {
    takeTurn();
    if (needsBuild()) build();
  }
  process.exit(0);
}
const installOnly = process.argv.includes('--install-only');
const always = process.argv.includes('--rebuild');
if (always || needsInstall() || (!installOnly && needsBuild())) {
  takeTurn();
  if (needsInstall()) install();
  if (!installOnly && (always || needsBuild())) build();
}
nodeToRun();
