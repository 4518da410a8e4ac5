/**
 * Finds a Chromium for the tests: the one named by SAMLOB_BROWSER, else one on PATH, else (as root on Debian) the system's package,
 * else the npm package `@sparticuz/chromium`. Ends with a sentence when there is none: the tests never pass without a browser.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { project } from './project.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const sparticuz = '@sparticuz/chromium@147.0.0';

export function findBrowser() {
  const found = process.env.SAMLOB_BROWSER || onPath() || fromSystemPackages() || fromNpm();
  if (found && starts(found)) return found;
  console.error(
    found
      ? `The browser ${found} does not start. Install Chromium (Debian: apt-get install chromium) or name one with SAMLOB_BROWSER.`
      : 'No Chromium was found or could be installed. Install it (Debian: apt-get install chromium) or name one with SAMLOB_BROWSER.',
  );
  console.log('\n0 passed, 1 failed');
  process.exit(1);
}

function onPath() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  for (const name of names) {
    for (const folder of folders) {
      const file = join(folder, name);
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch {
        // Not here: the next folder may have it.
      }
    }
  }
  return null;
}

function fromSystemPackages() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return null;
  console.log('Installing Chromium from the system’s packages…');
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore', env: environment });
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: environment,
  });
  return onPath();
}

/** Kept outside the lock file: 60 MB that only machines without a browser need. */
function fromNpm() {
  const folder = join(project, '.cache', 'browser');
  const script = join(folder, 'path.mjs');
  if (!existsSync(script)) {
    console.log('Installing Chromium from npm…');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
    const installed = spawnSync('npm', ['install', '--prefix', folder, '--no-audit', '--no-fund', '--ignore-scripts', sparticuz], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    if (installed.status !== 0) return null;
    const entry = createRequire(join(folder, 'package.json')).resolve('@sparticuz/chromium');
    writeFileSync(
      script,
      `const { default: chromium } = await import(${JSON.stringify(entry)});\nconsole.log(await chromium.executablePath());\n`,
    );
  }
  // It unpacks itself into the folder for temporary files, which another user may have done before us: ours is our own.
  const { stdout, status } = spawnSync(process.execPath, [script], { encoding: 'utf8', env: { ...process.env, TMPDIR: folder } });
  return status === 0 ? stdout.trim() : null;
}

function starts(browser) {
  return spawnSync(browser, ['--headless', '--no-sandbox', '--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0;
}
