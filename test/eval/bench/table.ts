/** A table in plain text: the first column to the left, the others to the right, two spaces between them. */
export function formatTable(rows: readonly (readonly string[])[]): string {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

export function percent(share: number): string {
  return (100 * share).toFixed(1);
}

export function count(value: number): string {
  return value.toLocaleString('en');
}

/** Milliseconds with as many digits as tell something. */
export function milliseconds(value: number): string {
  if (Number.isNaN(value)) return '–';
  if (value >= 100) return count(Math.round(value));
  return value.toFixed(value >= 10 ? 1 : 2);
}
