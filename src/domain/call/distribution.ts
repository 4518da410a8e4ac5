/** How the municipalities of a place spread over the years (da: fordeling): how many had a woman in none, some or all of them. */

/** The municipalities that had women in the same number of years. */
export type DistributionGroup = {
  /** In how many of the years the municipality had at least one woman. */
  readonly yearsWithAny: number;
  readonly municipalities: number;
  /** True when every count above zero in the group is exactly one woman. */
  readonly onlyOneWomanAtATime: boolean;
  /** For a group with one year each: true when no two municipalities share the year. */
  readonly allInDifferentYears: boolean;
};

/** Distribution (da: fordeling) of the municipalities that have answered. Groups from no year to all years; empty groups stand with 0. */
export type Distribution = {
  readonly municipalities: number;
  readonly years: readonly number[];
  readonly groups: readonly DistributionGroup[];
};

/** Works out the distribution. `counts` holds one row per municipality with one count per year. */
export function distributionOf(counts: readonly (readonly number[])[], years: readonly number[]): Distribution {
  const groups = Array.from({ length: years.length + 1 }, (_, yearsWithAny) => {
    const members = counts.filter((row) => yearsIn(row).length === yearsWithAny);
    const hits = members.flatMap(yearsIn);
    return {
      yearsWithAny,
      municipalities: members.length,
      onlyOneWomanAtATime: members.length > 0 && yearsWithAny > 0 && members.every((row) => row.every((count) => count <= 1)),
      allInDifferentYears: yearsWithAny === 1 && new Set(hits).size === hits.length,
    };
  });
  return { municipalities: counts.length, years, groups };
}

/** The distribution in Danish sentences, from none of the years to all of them, with the words that `treatment` gives («behandling»). */
export function distributionSentences(distribution: Distribution, treatment: string): readonly string[] {
  const { municipalities, years, groups } = distribution;
  if (municipalities === 0) return ['Ingen kommuner har svaret, så der er ingen fordeling at vise.'];
  const none = groups[0]?.municipalities ?? 0;
  if (municipalities === 1)
    return [
      `Den ene kommune har ${none === 1 ? 'ikke visiteret en' : 'visiteret mindst én'} kvinde i målgruppen til ${treatment} i årene.`,
    ];
  if (none === municipalities)
    return [`Ingen af de ${municipalities} kommuner har visiteret en kvinde i målgruppen til ${treatment} i årene.`];
  const first =
    none === 0
      ? [`Alle ${municipalities} kommuner har visiteret mindst én kvinde i målgruppen til ${treatment} i årene.`]
      : [`${none} af ${municipalities} kommuner har ikke visiteret en kvinde i målgruppen til ${treatment} i nogen af årene.`];
  const rest = groups
    .filter((group) => group.yearsWithAny > 0 && group.municipalities > 0)
    .toReversed()
    .map((group) => groupSentence(group, years.length));
  return [...first, ...rest];
}

function groupSentence(group: DistributionGroup, yearCount: number): string {
  const { municipalities, yearsWithAny, onlyOneWomanAtATime, allInDifferentYears } = group;
  const [who, women] = onlyOneWomanAtATime
    ? [municipalities === 1 ? '1 kommune har haft' : `${municipalities} kommuner har hver haft`, '1 kvinde']
    : [municipalities === 1 ? '1 kommune har haft' : `${municipalities} kommuner har haft`, 'en eller flere kvinder'];
  const inDifferentYears = allInDifferentYears && municipalities > 1 && yearCount > 1 ? ', og det er forskellige år' : '';
  return `${who} ${women} ${inWhichYears(yearsWithAny, yearCount)}${inDifferentYears}.`;
}

function inWhichYears(yearsWithAny: number, yearCount: number): string {
  if (yearCount === 1) return 'i året';
  if (yearsWithAny === yearCount) return yearCount === 2 ? 'i begge år' : 'i hvert af årene';
  return `i ${yearsWithAny === 1 ? 'ét' : numberWord(yearsWithAny)} af årene`;
}

function numberWord(number: number): string {
  return ['nul', 'ét', 'to', 'tre', 'fire', 'fem', 'seks', 'syv', 'otte', 'ni', 'ti', 'elleve', 'tolv'][number] ?? `${number}`;
}

function yearsIn(row: readonly number[]): readonly number[] {
  return row.flatMap((count, index) => (count > 0 ? [index] : []));
}
