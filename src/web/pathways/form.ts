/** What a form on a pathway is: who may send it, how it looks, and which fact its answers become. */
import type { JSX } from 'react';
import type { Permission } from '../../access/permissions.ts';
import type { ActionId } from '../../domain/pathway/actions.ts';
import type { PathwayFact, RecordedFact } from '../../domain/pathway/facts.ts';
import type { Pathway } from '../../domain/pathway/state.ts';
import type { Moment } from '../../domain/time.ts';
import type { Organisation } from '../../domain/trail.ts';
import type { Fields } from '../form.ts';
import type { FieldErrors } from '../ui/fields.tsx';
import type { Language } from '../ui/language.ts';
import type { Reader } from './form-reader.ts';

/** What the forms know of the pathway they are on. */
export type FormContext = {
  readonly pathway: Pathway;
  readonly facts: readonly RecordedFact[];
  readonly now: Moment;
  readonly language: Language;
  /** Organisations that can be asked to take part. */
  readonly parties: readonly Organisation[];
  /** Whether the one who asks has a permission. */
  readonly may: (permission: Permission) => boolean;
};

export type FormProps = FormContext & { readonly values: Fields; readonly errors: FieldErrors };

export type PathwayForm = {
  readonly action: ActionId;
  readonly path: string;
  readonly permission: Permission;
  /** Whether the form asks on which day it happened; a form with moments of its own does not. */
  readonly asksDay: boolean;
  /** Why there is nothing that the form could record, in words; null where there is something. Absent where there always is. */
  readonly nothing?: (context: FormContext) => string | null;
  readonly View: (props: FormProps) => JSX.Element;
  /** The fact, or null where the reader has said what is wrong. */
  read(reader: Reader, context: FormContext): PathwayFact | null;
};
