import { fold } from './fold.ts';
import { problem, warning } from './problem.ts';
import { glossaryLanguages, type Concept, type ConceptKind, type GlossaryLanguage, type Problem } from './section.ts';

/** The tables whose concepts answer "where" and "who". */
const kindsByHeading: Readonly<Record<string, ConceptKind>> = {
  Places: 'place',
  'Institutions and partners': 'institution',
  'The association and its bodies': 'institution',
};

const columns = [...glossaryLanguages.map((language) => language.toUpperCase()), 'Also'];

export interface Glossary {
  readonly concepts: readonly Concept[];
  readonly problems: readonly Problem[];
}

/**
 * Reads the tables of the glossary: one concept a row, its forms separated by semicolons. A row with a mistake is left
 * out with its problem, the others are kept.
 */
export function parseGlossary(path: string, text: string): Glossary {
  const problems: Problem[] = [];
  const concepts: Concept[] = [];
  const ids = new Set<string>();
  const owners = new Map<string, { readonly id: string; readonly line: number }>();
  const sets = new Map<string, ReadonlySet<GlossaryLanguage>>();
  for (const row of readRows(path, text, problems)) {
    const id = uniqueId(row.forms, ids);
    const languagesOf = new Map<string, ReadonlySet<GlossaryLanguage>>();
    const own = new Set<string>();
    for (const { form, languages } of row.forms) {
      const folded = fold(form);
      const owner = owners.get(folded);
      if (owner !== undefined && owner.id !== id && !own.has(folded)) {
        const message = `"${form}" stands in the row of line ${owner.line} already: leave it in the row whose meaning it has, or join the rows`;
        problems.push(warning({ path, line: row.line }, 'glossary-repeated-form', message));
      }
      if (!own.has(folded)) owners.set(folded, owner ?? { id, line: row.line });
      own.add(folded);
      languagesOf.set(form, shared([...(languagesOf.get(form) ?? []), ...languages], sets));
    }
    concepts.push({ id, forms: [...languagesOf.keys()], languagesOf, kind: row.kind });
  }
  return { concepts, problems };
}

/** Thousands of forms belong to the same few sets of languages. */
function shared(
  languages: readonly GlossaryLanguage[],
  sets: Map<string, ReadonlySet<GlossaryLanguage>>,
): ReadonlySet<GlossaryLanguage> {
  const key = languages.join(' ');
  let set = sets.get(key);
  if (set === undefined) sets.set(key, (set = new Set(languages)));
  return set;
}

interface Form {
  readonly form: string;
  readonly languages: readonly GlossaryLanguage[];
}

interface Row {
  readonly line: number;
  readonly kind: ConceptKind;
  readonly forms: readonly [Form, ...Form[]];
}

// Read line by line and not as markdown: the rows hold plain words, there are hundreds, and a cell too many must be seen.
function readRows(path: string, text: string, problems: Problem[]): Row[] {
  const rows: Row[] = [];
  const report = (line: number, rule: string, message: string) => problems.push(problem({ path, line }, rule, message));
  let state: 'outside' | 'skipping' | 'delimiter' | 'rows' = 'outside';
  let tables = 0;
  let kind: ConceptKind = 'other';
  for (const [position, content] of text.split('\n').entries()) {
    const line = position + 1;
    const cells = toCells(content);
    if (cells === undefined) {
      state = 'outside';
      const heading = /^#+\s+(.*)$/.exec(content)?.[1];
      if (heading !== undefined) kind = kindsByHeading[heading.trim()] ?? 'other';
    } else if (state === 'outside') {
      tables += 1;
      state = cells.join('|') === columns.join('|') ? 'delimiter' : 'skipping';
      if (state === 'skipping') {
        report(
          line,
          'glossary-table',
          `The columns of the table must be ${columns.join(' | ')}: correct its first row`,
        );
      }
    } else if (state === 'delimiter') {
      state = 'rows';
      if (cells.length !== columns.length || cells.some((cell) => !/^:?-+:?$/.test(cell))) {
        report(
          line,
          'glossary-table',
          `Under the names of the columns stands |${'---|'.repeat(columns.length)}: add this line`,
        );
      }
    } else if (state === 'rows') {
      const forms = toForms(cells);
      if (typeof forms === 'string') report(line, 'glossary-row', forms);
      else rows.push({ line, forms, kind });
    }
  }
  if (tables === 0) {
    report(1, 'glossary-table', `The glossary has no table: write one with the columns ${columns.join(' | ')}`);
  }
  return rows;
}

function toCells(line: string): string[] | undefined {
  const inner = /^\s*\|(.*?)\|?\s*$/.exec(line)?.[1];
  return inner?.split(/(?<!\\)\|/).map((cell) => cell.replaceAll('\\|', '|').trim());
}

/** The forms of a row, or what is wrong with it. */
function toForms(cells: readonly string[]): Row['forms'] | string {
  if (cells.length !== columns.length) {
    return `The row has ${cells.length} cells and must have ${columns.length}: a cell without forms stays empty between its bars`;
  }
  const [first, ...rest] = cells.flatMap((cell, column) => {
    const language = glossaryLanguages[column];
    const languages = language === undefined ? glossaryLanguages : [language];
    return cell === '' ? [] : cell.split(';').map((form) => ({ form: form.trim().replaceAll(/\s+/g, ' '), languages }));
  });
  if (first === undefined) return 'The row has no form: write the concept in at least one language, or remove the row';
  if ([first, ...rest].some(({ form }) => form === ''))
    return 'A form is empty: write one semicolon between two forms, and none at the end';
  return [first, ...rest];
}

function uniqueId([first]: Row['forms'], taken: Set<string>): string {
  const slug =
    fold(first.form)
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, '') || 'concept';
  let id = slug;
  for (let count = 2; taken.has(id); count += 1) id = `${slug}-${count}`;
  taken.add(id);
  return id;
}
