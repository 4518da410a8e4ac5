/** What each role may do with published documents. */
import type { Asker } from './row-security.ts';

const row = (id: string, writer: string): string => {
  const [user, role, organisation] = writer.split(', ');
  return `('${id}', 1, 'T', 'U', '2020-01-01', 'https://eksempel.dk', '[]', false, '', now(), ${user}, 'N', ${role}, ${organisation}, 'O')`;
};

export const documentWorld = `insert into published_document values ${row('kendt', "'nogen', 'agency', 'styrelsen'")};`;

const writers: readonly Asker[] = ['agency', 'planner', 'agency elsewhere', 'planner elsewhere'];
const written = (writer = ':user, :role, :organisation'): string => `insert into published_document values ${row('ny', writer)}`;

/** Table, what is tried, and all who may. */
export const documentRules = (
  everyone: readonly Asker[],
): readonly (readonly [table: string, statement: string, who: readonly Asker[]])[] => [
  ['published_document', "select from published_document where id = 'kendt'", everyone],
  ['published_document', written(), writers],
  ['published_document', written("'en-anden-bruger', :role, :organisation"), []],
  ['published_document', written(":user, :role, 'fremmede'"), []],
  ['published_document', "update published_document set title = 'x'", []],
  ['published_document', 'delete from published_document', []],
];
