/** How far an analysis of the hidden number is. */
import type { EstimationRun } from '../../compute/estimation-runs.ts';
import type { Language } from '../ui/language.ts';
import { analysesAddress } from './addresses.ts';
import { crumbs } from './analysis-form.tsx';
import { analysisTexts } from './texts.ts';

/** The page asks again by itself; it needs no script for that. */
export function runningPage(address: string, { title, progress }: EstimationRun, language: Language, why: 'runningWhy' | 'againWhy') {
  const say = analysisTexts(language);
  const percent = progress ? Math.floor((100 * progress.done) / Math.max(1, progress.all)) : null;
  return {
    title,
    crumbs: [...crumbs(language), { href: analysesAddress, text: say('title') }],
    content: (
      <>
        <p className="say">{percent === null ? say('waiting') : say('running', { percent })}</p>
        <progress max={100} value={percent ?? undefined} aria-label={say('progress')} />
        <p>{say(why)}</p>
        <form method="post" action={`${address}/afbryd`} className="no-print">
          <button type="submit" className="button button-secondary">
            {say('cancel')}
          </button>
        </form>
      </>
    ),
  };
}
