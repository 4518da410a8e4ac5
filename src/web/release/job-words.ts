/** Work on a release in words: what was asked for, and where it stands. */
import { callPackages } from '../../domain/call/packages.ts';
import { finestCut } from '../../domain/call/table-cut.ts';
import type { KeptJob } from '../../store/release-job.ts';
import type { Language } from '../ui/language.ts';
import { releaseTexts } from './texts.ts';

/** «Udsatte gravide …: Afrunding, efter region, årene samlet». */
export function choicesText({ call, choices: { method, zeros, cut } }: Pick<KeptJob, 'call' | 'choices'>, language: Language): string {
  const say = releaseTexts(language);
  const title = callPackages.find(({ id }) => id === call)?.title ?? call;
  if (method === 'report') return `${title}: ${say('method.report')}`;
  const parts = [
    say(`short.${method}`),
    ...(method === 'rounding' ? [] : [say(`short.${zeros}`)]),
    say(`places.${cut.places}`),
    ...(cut.years === finestCut.years ? [] : [say('years.together')]),
    ...(cut.treatments === finestCut.treatments ? [] : [say('treatments.together')]),
  ];
  return `${title}: ${parts.join(', ')}`;
}

export function stateText({ state, progress }: Pick<KeptJob, 'state' | 'progress'>, language: Language): string {
  const say = releaseTexts(language);
  return state === 'working'
    ? `${say('state.working')} (${say('percent', { percent: Math.round(100 * progress) })})`
    : say(`state.${state}`);
}
