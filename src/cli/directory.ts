/** The commands of `samlob`: what each is for, and how it is loaded when it is asked for and not before. */
import type { Command } from './command.ts';
import type { Purpose } from './help.ts';

export type LoadedCommand = { readonly run: Command; readonly usage: string };
export type KnownCommand = Purpose & { load(): Promise<LoadedCommand> };

/** All but `demo`, which must be given what fills the database by the one who puts the program together. */
export const commands: Readonly<Record<string, KnownCommand>> = {
  estimate: {
    purpose: 'the hidden number from overlapping lists, by every method they allow',
    needsDatabase: false,
    load: async () => import('./estimate.ts').then(({ estimate: run, usage }) => ({ run, usage })),
  },
  protect: {
    purpose: 'a table of counts made fit to be published',
    needsDatabase: false,
    load: async () => import('./protect.ts').then(({ protect: run, usage }) => ({ run, usage })),
  },
  audit: {
    purpose: 'a published table attacked as a reader would',
    needsDatabase: false,
    load: async () => import('./audit.ts').then(({ audit: run, usage }) => ({ run, usage })),
  },
  queue: {
    purpose: 'the exact measures of a queue',
    needsDatabase: false,
    load: async () => import('./queue.ts').then(({ queue: run, usage }) => ({ run, usage })),
  },
  sites: {
    purpose: 'the best sites for travel, coverage or the worst case',
    needsDatabase: false,
    load: async () => import('./sites.ts').then(({ sites: run, usage }) => ({ run, usage })),
  },
  simulate: {
    purpose: 'a scenario, or proposals under several estimates of need, simulated on all cores',
    needsDatabase: false,
    load: async () => import('./simulate.ts').then(({ simulate: run, usage }) => ({ run, usage })),
  },
  costs: {
    purpose: 'the public cost of pathways by age, from a table of your own',
    needsDatabase: false,
    load: async () => import('./costs.ts').then(({ costs: run, usage }) => ({ run, usage })),
  },
  report: {
    purpose: 'a call’s report as Word, PDF or JSON, internal or public',
    needsDatabase: true,
    load: async () => import('./report.ts').then(({ report: run, usage }) => ({ run, usage })),
  },
  figure: {
    purpose: 'figures with definition, source and day, also as of an earlier one',
    needsDatabase: true,
    load: async () => import('./figure.ts').then(({ figure: run, usage }) => ({ run, usage })),
  },
  release: {
    purpose: 'a call’s table by municipality, through the audit and into the ledger',
    needsDatabase: true,
    load: async () => import('./release.ts').then(({ release: run, usage }) => ({ run, usage })),
  },
  rebuild: {
    purpose: 'the read tables worked out again from the facts: --check only says what differs',
    needsDatabase: true,
    load: async () => import('./rebuild.ts').then(({ rebuild: run, usage }) => ({ run, usage })),
  },
};
