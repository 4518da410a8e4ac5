/** A folder of its own for a test, removed when the file is done. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** `mode` 0o755 lets every user pass through it; 0o700 only the one who runs the tests. */
export function testFolder(mode = 0o755): string {
  const folder = mkdtempSync(join(tmpdir(), 'samlob-'));
  chmodSync(folder, mode);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
