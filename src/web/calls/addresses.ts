/** The addresses of the calls' pages. */
import type { ReportPlace } from '../../domain/call/numbers.ts';
import type { Edition } from '../../domain/disclosure/publishable.ts';
import type { Id } from '../../domain/id.ts';

export const callsAddress = '/udmeldinger';

export function callAddress(call: Id<'call'>): string {
  return `${callsAddress}/${call}`;
}

export function answerAddress(call: Id<'call'>, municipality: Id<'municipality'>): string {
  return `${callAddress(call)}/svar/${municipality}`;
}

/** The counts as they are, for those who may read them: never for others. */
export function workingAddress(call: Id<'call'>): string {
  return `${callAddress(call)}/arbejdstal`;
}

const editionNames = { internal: 'intern', public: 'offentlig' } as const satisfies Record<Edition, string>;

/** `format` is the ending of a file to download; without it the page. */
export function reportAddress(call: Id<'call'>, place: ReportPlace, edition: Edition, format: '' | 'docx' | 'pdf' | 'json' = ''): string {
  return `${callAddress(call)}/rapport/${place}${format ? `.${format}` : ''}?udgave=${editionNames[edition]}`;
}

/** The public edition unless the internal one is asked for. */
export function editionOf(text: string | undefined): Edition {
  return text === editionNames.internal ? 'internal' : 'public';
}
