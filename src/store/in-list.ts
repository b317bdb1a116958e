import { sql, type RawBuilder, type SqlBool } from 'kysely';

/** Databases bound how many values a statement may have: SQLite to 32,766, PostgreSQL to 65,535. */
const valuesPerChunk = 1_000;

/** Parts of a list that are short enough for one statement. */
export function* inChunks<T>(items: readonly T[], size = valuesPerChunk): Generator<readonly T[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}

/** `column in (…)`, which is false for an empty list: PostgreSQL has no word for that. */
export function isOneOf(column: string, values: readonly string[]): RawBuilder<SqlBool> {
  return values.length === 0 ? sql<SqlBool>`1 = 0` : sql<SqlBool>`${sql.ref(column)} in (${sql.join(values)})`;
}
