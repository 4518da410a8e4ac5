/**
 * What can be tried after a refusal (da: veje videre), the one that keeps most first: each changes one choice. Hiding the small counts alone is
 * no way on, whatever the table is cut to: it is there to show that it is not enough. From it a way on first changes to a method that is a
 * release, and then says of zeros what it must: two choices at most. The report has no cut and no zeros to keep: its way on is a table as it
 * stands from the first. Which of them help is for the attackers.
 */
import { finestCut, type JobChoices } from './table-cut.ts';

export type WayOn = 'rounding' | 'suppression' | 'zeros' | 'treatments' | 'years' | 'region';

/** The ways that there are from what was asked for. */
export function waysFrom({ method, zeros, cut }: JobChoices): readonly (readonly [way: WayOn, choices: JobChoices])[] {
  const rounding = ['rounding', { method: 'rounding', zeros, cut }] as const;
  switch (method) {
    case 'report':
      return [['rounding', { method: 'rounding', zeros: 'show', cut: finestCut }]];
    case 'primary-only':
      return [
        rounding,
        ['suppression', { method: 'suppression', zeros: 'show', cut }],
        ['zeros', { method: 'suppression', zeros: 'hide', cut }],
      ];
    case 'suppression':
    case 'rounding':
      return [
        ...(method === 'rounding' ? [] : [rounding]),
        ...(method === 'suppression' && zeros === 'show' ? [['zeros', { method, zeros: 'hide', cut }] as const] : []),
        ...(cut.treatments === 'apart' ? [['treatments', { method, zeros, cut: { ...cut, treatments: 'together' } }] as const] : []),
        ...(cut.years === 'each' ? [['years', { method, zeros, cut: { ...cut, years: 'together' } }] as const] : []),
        ...(cut.places === 'municipality' ? [['region', { method, zeros, cut: { ...cut, places: 'region' } }] as const] : []),
      ];
  }
}
