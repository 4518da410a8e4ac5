/** What may be said of each year of a place as JSON: the facts and the sentences of the page. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { yearOut } from '../domain/call/released-years.ts';
import { releasesOf } from '../domain/call/released-number.ts';
import { type MunicipalYear, municipalYears, parseQuotedPlace, yearSayings } from '../domain/call/year-sayings.ts';
import { regions } from '../domain/geography/regions.ts';
import { daysOfNumber } from '../domain/numbers/number-period.ts';
import type { PublishedEstimate } from '../domain/numbers/published-estimate.ts';
import type { Sayable, SayablePlace, SilentYear } from '../domain/numbers/sayable.ts';
import { danishDay } from '../domain/time.ts';
import type { Tongue } from '../reports/estimate-speech.ts';
import { geographyText, termText } from '../reports/number-names.ts';
import { callSentence, releasedSentence, sayableSentence, silentSentence } from '../reports/sayable-sentence.ts';
import { badRequestSchema, problemResponse, problemSchema } from '../schema/problem.ts';
import { sayableYearsSchema } from '../schema/sayable.ts';
import { closed } from '../schema/schema.ts';
import { readEstimates } from '../store/published-documents.ts';
import { readCitedCalls, readReleasedCalls, type ReleasedCall } from '../store/release-read.ts';
import type { ApiContext } from './call.ts';
import { sendProblem } from './problem.ts';

export const sayableRoutes: FastifyPluginAsyncTypebox<ApiContext> = async (app, { db }) => {
  app.get(
    '/numbers/years/:place',
    {
      config: { permission: 'figure:read' },
      schema: {
        summary:
          'What may be said of each year of a place: which number may be quoted, how it was made, and what it must not be set against',
        params: closed({
          place: Type.String({
            maxLength: 20,
            description: 'danmark, a region’s id, or a municipality’s code: of a municipality only what is released',
            examples: ['danmark', 'syddanmark', '0461'],
          }),
        }),
        response: {
          200: sayableYearsSchema,
          400: problemResponse('The request does not fit the schema', badRequestSchema),
          401: problemResponse('Log in first', problemSchema),
          403: problemResponse('You may not do this; the detail says why', problemSchema),
          404: problemResponse('There is no such place', problemSchema),
          500: problemResponse('Nothing was saved', problemSchema),
        },
      },
    },
    async (request, reply) => {
      const { place } = request.params;
      const permit = request.permit();
      const asOf = danishDay(permit.at);
      const asked = parseQuotedPlace(place);
      if (asked === null) return sendProblem(reply, { status: 404, detail: 'There is no such place.' });
      if (asked.kind === 'municipality') {
        const { municipality } = asked;
        const years = municipalYears(await readCitedCalls(db, permit), municipality);
        const placeName = { da: municipality.name, en: municipality.name };
        return reply.send({ place, placeName, asOf, years: years.map((one) => municipalOf(one, municipality.name)) });
      }
      const calls = await readReleasedCalls(db, permit);
      const years = yearSayings(await readEstimates(db, permit), asked.place, asOf);
      const name = (tongue: Tongue): string =>
        asked.place === 'denmark' ? termText('geography.denmark', tongue) : regions[asked.place].name;
      return reply.send({ place, placeName: inBoth(name), asOf, years: years.map((one) => yearOf(one, asked.place, calls)) });
    },
  );
};

function inBoth(say: (tongue: Tongue) => string): { readonly da: string; readonly en: string } {
  return { da: say('da'), en: say('en') };
}

function yearOf(one: Sayable | SilentYear, place: SayablePlace, all: readonly ReleasedCall[]) {
  const { year } = one;
  const calls = all
    .filter(({ call }) => call.years.includes(year))
    .map(({ call, ...of }) => {
      const out = yearOut(year, of);
      const releases = out.of.map(({ id }) => id);
      return { call: call.id, state: out.state, releases, sentence: inBoth((tongue) => callSentence(year, call, out, tongue)) };
    });
  if ('quote' in one)
    return {
      year,
      sentence: inBoth((tongue) => sayableSentence(one, tongue)),
      quote: citedOf(one.quote),
      otherwise: one.otherwise.map(citedOf),
      neverAdd: one.neverAdd.map(citedOf),
      neverCompare: one.neverCompare.map(citedOf),
      calls,
    };
  const numbers = one.why === 'something-else' ? one.numbers.map(citedOf) : [];
  return { year, sentence: inBoth((tongue) => silentSentence(one, place, tongue)), why: one.why, numbers, calls };
}

function citedOf(one: PublishedEstimate) {
  const { id, kind, low, high, year, saidBy, said, source, quotation, note } = one;
  const { geography, ...grid } = one.grid;
  const days = daysOfNumber(one);
  const name = inBoth((tongue) => geographyText(one, tongue));
  const place = { id: one.municipality ?? (geography === 'denmark' ? 'danmark' : geography), name };
  return { id, kind, low, high, year, days: days && [...days], place, ...grid, saidBy, said, source, quotation, note };
}

function municipalOf({ year, call, numbers }: MunicipalYear, place: string) {
  return {
    year,
    released: numbers.map(({ question, number }) => ({
      call: call.id,
      question,
      outcome: number.outcome,
      value: number.outcome === 'printed' ? number.value : null,
      years: number.outcome === 'printed' ? [...number.years] : [],
      rounding: number.outcome === 'printed' ? number.rounding : null,
      releases: [...releasesOf(number)],
      sentence: inBoth((tongue) => releasedSentence({ place, year, question: call.questions[question] }, number, tongue)),
    })),
  };
}
