/**
 * The rooms of the house and the arrows between them: each room lists the rooms it may import. Everything else is refused.
 * `lint/house.js` holds the table against every import; `test/gates/arrows.test.ts` shows each forbidden pair being refused.
 */

/** Files directly in `src/domain` (ids, days, the calendar, who acts): every room of the domain may use them. */
const words = 'domain';

/** Facts about people never import numbers about people, and numbers never import people. */
const domainRooms = {
  domain: [],
  'domain/geography': [words],
  'domain/person': [words],
  'domain/pathway': [words, 'domain/geography', 'domain/person'],
  'domain/placement': [words, 'domain/geography'],
  'domain/numbers': [words, 'domain/geography'],
  'domain/disclosure': [words, 'domain/geography', 'domain/numbers'],
  'domain/call': [words, 'domain/geography', 'domain/numbers', 'domain/disclosure'],
  'domain/estimation': [words, 'domain/numbers'],
  'domain/planning': [words, 'domain/geography', 'domain/numbers', 'domain/estimation'],
};

const wholeDomain = Object.keys(domainRooms);
const inner = [...wholeDomain, 'access', 'store', 'schema'];

export const rooms = {
  ...domainRooms,
  access: wholeDomain,
  store: wholeDomain,
  schema: wholeDomain,
  reports: wholeDomain,
  compute: wholeDomain,
  demo: [...wholeDomain, 'store'],
  'web/ui': wholeDomain,
  'web/islands': [...wholeDomain, 'web/ui'],
  web: [...inner, 'reports', 'compute', 'web/ui', 'web/islands'],
  api: [...inner, 'reports', 'compute'],
  jobs: [...inner, 'reports', 'compute'],
  cli: [...inner, 'reports', 'compute'],
  main: [...inner, 'reports', 'compute', 'demo', 'web', 'web/ui', 'web/islands', 'api', 'jobs', 'cli'],
};

/** Packages that belong to some rooms only. The domain uses none at all. */
export const packageOwners = {
  kysely: ['store'],
  pg: ['store'],
  docx: ['reports'],
  highs: ['compute'],
  nodemailer: ['jobs'],
  exceljs: ['reports'],
  '@myriaddreamin/typst-ts-node-compiler': ['reports'],
  'react-dom': ['web', 'web/islands'],
  fastify: ['web', 'api', 'main'],
};

/** The room of a file, by its path below `src`; `null` when no room is built there. */
export function roomOf(path) {
  if (path === 'main.ts') return 'main';
  const [top, second] = path.split('/');
  const nested = `${top}/${second}`;
  if (nested in rooms) return nested;
  if (top === 'domain') return path.split('/').length === 2 ? 'domain' : null;
  return top in rooms ? top : null;
}
