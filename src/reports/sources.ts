/** Where the fixed template and the fonts of the reports lie: found from the project's own folder, from source and from a bundle alike. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The files a document is made with. */
export type ReportSources = { readonly root: string; readonly template: string; readonly fontFolder: string };

/** The template in the project's source, and IBM Plex Sans (OFL) from Det Fælles Designsystem. */
export function reportSources(): ReportSources {
  const root = projectFolder();
  return {
    root,
    template: join(root, 'src/reports/report.typ'),
    fontFolder: join(root, 'node_modules/dkfds/src/fonts/IBMPlexSans/complete/ttf'),
  };
}

/** The nearest folder above this file with a package.json. */
function projectFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) {
    const above = dirname(folder);
    if (above === folder) throw new Error('there is no package.json above the reports');
    folder = above;
  }
  return folder;
}
