/**
 * The public edition before its call is reported (da: kladden): what the release would print, were it made of the answers as they are now. The
 * edition's own rule hides less than the release does, where readers would otherwise work a small count out: a draft that is not tried says so.
 */
import type { EditionDecision, EditionProposal } from '../disclosure/edition-release.ts';
import type { Refusal } from '../disclosure/refusal.ts';
import { type Cleared, type Publishable, publicWriter, publishRelease, type ReleasedTable } from '../disclosure/publishable.ts';
import { isReleased } from './lifecycle.ts';
import { numbersOf } from './numbers.ts';
import { countQuestionIds, matterOf } from './package.ts';
import { listed } from './report-blocks.ts';
import { editionCell, proposeEdition } from './report-release.ts';
import type { ReportRequest } from './report.ts';

/** A draft, and what its reader must know of how it was tried. */
export type DraftEdition = { readonly released: Publishable<ReleasedTable>; readonly tried: Cleared<'public', string> };

/** What attackers made of the edition as it would be; `busy` where too many wait to be tried, `null` where it is not tried yet. */
export type DraftTrial = Exclude<EditionDecision, { readonly outcome: 'frozen' | 'stopped' }> | { readonly outcome: 'busy' } | null;

/** The draft for those who read the internal edition: in no ledger. Throws where the call is reported: then the ledger has the edition. */
export function draftEdition({ package: call, answers, asOf, status }: ReportRequest, trial: DraftTrial): DraftEdition {
  if (isReleased(status)) throw new Error('the edition of a reported call is not a draft: it stands in the ledger');
  const numbers = numbersOf(call, answers, asOf);
  const proposal = proposeEdition(numbers);
  const publish = (edition: EditionProposal) => publishRelease(matterOf(call), { ...edition, outcome: 'draft' });
  switch (trial?.outcome) {
    case undefined:
      return {
        released: publish(proposal),
        tried: publicWriter.text`Udkastet er kun lavet efter udgavens egen regel. Det er endnu ikke prøvet, om nogen kan regne et skjult tal ud: udgivelsen kan skjule flere tal, end der er skjult her.`,
      };
    case 'busy':
      return {
        released: publish(proposal),
        tried: publicWriter.text`Udkastet er kun lavet efter udgavens egen regel. Det er endnu ikke prøvet, om nogen kan regne et skjult tal ud, for Samløb prøver mange andre udgaver lige nu. Åbn udkastet igen om nogle minutter. Udgivelsen kan skjule flere tal, end der er skjult her.`,
      };
    case 'refused': {
      const published = { ...proposal.published, published: proposal.published.published.map(() => null) };
      return {
        released: publish({ ...proposal, published, beside: { ...proposal.beside, counted: [] } }),
        tried: publicWriter.text`Som svarene er nu, kan den offentlige udgave ikke udgives: ${whyNot(trial.why)} Derfor er alle tal skjult her.`,
      };
    }
    case 'released': {
      const { years } = publicWriter.document(call);
      const { layout } = proposal.published;
      const places = [...numbers.regions.map(({ place }) => place), 'danmark'];
      const cells = (year: number) => places.flatMap((place) => countQuestionIds.map((one) => editionCell(layout, place, year, one)));
      const isFurther = (cell: number): boolean => proposal.published.published[cell] !== null && trial.published.published[cell] === null;
      const isHidden = (cell: number): boolean => trial.published.published[cell] === null;
      const further = years.flatMap((year, index) => {
        if (!cells(index).some(isFurther)) return [];
        return [cells(index).every(isHidden) ? publicWriter.text`alle tal for ${year}` : publicWriter.text`nogle tal for ${year}`];
      });
      const shown = publicWriter.text`Udkastet viser og skjuler de samme tal, som udgivelsen ville gøre, hvis den blev lavet af svarene, som de er nu.`;
      return {
        released: publish(trial),
        tried:
          further.length === 0
            ? shown
            : publicWriter.text`${shown} Skjult, selv om de ikke alle er små, fordi nogen ellers kunne regne et lille tal ud: ${listed(publicWriter, further)}.`,
      };
    }
  }
}

/** Why the edition would be refused: that somebody can work a count out is said only where it was shown. */
function whyNot({ reason }: Refusal): Cleared<'public', string> {
  switch (reason) {
    case 'opened':
    case 'cannot-be-kept':
      return publicWriter.text`uanset hvad der skjules, kan nogen regne et lille tal ud.`;
    case 'not-proven':
      return publicWriter.text`det kunne ikke i tide bevises, at ingen kan regne et lille tal ud. Prøv igen senere.`;
    case 'contradicts-ledger':
      return publicWriter.text`den stemmer ikke med det, der er udgivet før.`;
    case 'printed-otherwise':
      return publicWriter.text`et tal, der er udgivet før, ville nu stå med en anden værdi.`;
  }
}
