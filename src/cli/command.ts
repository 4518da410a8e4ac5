/** What every command of `samlob` is given and gives back. */
import type { Moment } from '../domain/time.ts';
import type { Database } from '../store/database.ts';

/** Exit codes that scripts rely on; «not identified» and «infeasible» are answers and exit 0. */
export const exitCodes = { done: 0, badInput: 1, usage: 2, failedCheck: 3, noDatabase: 4 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

export type CommandContext = {
  readonly project: string;
  readonly now: () => Moment;
  /** Starts or finds the database, migrated and with the demonstration when it is new; null (and a sentence said) when there is none. */
  database(): Promise<Database | null>;
  /** The database as the owner of its tables: only for commands that look after all of it. */
  maintenance(): Promise<Database | null>;
  /** Writes the answer. Nothing else goes to standard output. */
  write(answer: string | Uint8Array): void;
  /** Says something to the person: on standard error. */
  say(sentence: string): void;
};

export type Command = (words: readonly string[], context: CommandContext) => Promise<ExitCode>;
