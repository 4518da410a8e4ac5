/** Rows by what one of their columns says, each in its order: a country is read once through, and not once for each unit. */
export function rowsBy<Column extends string, Row extends Readonly<Record<Column, unknown>>>(
  column: Column,
  rows: readonly Row[],
): ReadonlyMap<Row[Column], readonly Row[]> {
  const groups = new Map<Row[Column], Row[]>();
  for (const row of rows) {
    const group = groups.get(row[column]);
    if (group) group.push(row);
    else groups.set(row[column], [row]);
  }
  return groups;
}
