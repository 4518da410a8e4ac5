/** Blocks that stand in several sections of a report, or above them all: notices, who has answered, and how a paragraph and a list are made. */
import type { Cleared, Edition, Writer } from '../disclosure/publishable.ts';
import type { EditionPlace } from './edition.ts';
import type { ReportBlock } from './report-document.ts';

export function distribution<E extends Edition>(write: Writer<E>, { distribution: sentences }: EditionPlace<E>): readonly ReportBlock<E>[] {
  return [
    paragraph(write.text`Visiteret til behandling i alt:`),
    { type: 'list', items: sentences.any },
    paragraph(write.text`Visiteret til døgnbehandling:`),
    { type: 'list', items: sentences.residential },
  ];
}

export function nonResponse<E extends Edition>(write: Writer<E>, of: EditionPlace<E>): readonly ReportBlock<E>[] {
  const { missing } = of.completeness;
  if (missing.length === 0) return [paragraph(answeredSentence(write, of))];
  return [
    paragraph(answeredSentence(write, of)),
    paragraph(
      write.text`Disse kommuner har ikke svaret: ${listed(write, missing)}. Rapportens tal omfatter kun de kommuner, der har svaret.`,
    ),
  ];
}

export function answeredSentence<E extends Edition>(
  write: Writer<E>,
  { completeness: { asked, answered, missing } }: EditionPlace<E>,
): Cleared<E, string> {
  return missing.length === 0
    ? write.text`Alle ${asked} kommuner har svaret.`
    : write.text`${answered} af ${asked} kommuner har svaret. Tallene er derfor ufuldstændige.`;
}

export function draftNotice<E extends Edition>(write: Writer<E>): ReportBlock<E> {
  const text =
    write.edition === 'public'
      ? write.text`Dette er et udkast til den offentlige udgave. Det må ikke offentliggøres: en udgave før og en efter en rettelse ville tilsammen vise en kommunes tal.`
      : write.text`Udmeldingen er ikke afrapporteret. Svarene kan stadig rettes, og rapporten er ikke godkendt.`;
  return { type: 'notice', title: write.text`Udkast`, text };
}

export function hiddenNotice<E extends Edition>(write: Writer<E>): ReportBlock<E> {
  return {
    type: 'notice',
    title: write.text`Skjulte tal`,
    text: write.text`«${write.hiddenValue}» betyder, at tallet er fra 0 til 4, eller at det er skjult for at beskytte et andet tal. Et skjult tal kan altså være nul, lille eller stort. Er en region skjult i et år, er regionen med flest indbyggere det også. De fem regioners rapporter og landsoversigten skjuler de samme tal.`,
  };
}

export function roundedNotice<E extends Edition>(write: Writer<E>, rounding: Cleared<E, string>): ReportBlock<E> {
  return {
    type: 'notice',
    title: write.text`Afrundede tal`,
    text: write.text`${rounding} De er afrundet, så ingen kvinde kan genkendes, og de er de samme som i den tabel, der blev udgivet først.`,
  };
}

export function notCollected<E extends Edition>(write: Writer<E>, { name }: EditionPlace<E>): ReportBlock<E> {
  return paragraph(write.text`Svarene på dette tema fra kommunerne i ${name} er endnu ikke indsamlet i Samløb. Afsnittet er derfor tomt.`);
}

export function paragraph<E extends Edition>(text: Cleared<E, string>): ReportBlock<E> {
  return { type: 'paragraph', text };
}

/** «a, b og c». */
export function listed<E extends Edition>(write: Writer<E>, items: readonly Cleared<E, string>[]): Cleared<E, string> {
  return items.reduce((text, item, index) => (index === items.length - 1 ? write.text`${text} og ${item}` : write.text`${text}, ${item}`));
}
