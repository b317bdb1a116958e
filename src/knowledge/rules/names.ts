import { fold } from '../fold.ts';
import { problem } from '../problem.ts';
import type { Concept, Problem } from '../section.ts';
import { equivalentWords } from './equivalents.ts';
import { proseOf } from './prose.ts';
import type { SectionTwins, SectionVersion } from './twins.ts';

interface Word {
  readonly raw: string;
  readonly folded: string;
  readonly hasCapital: boolean;
  readonly beginsSentence: boolean;
}

/** The forms of one thing, each as its folded words. */
type Forms = readonly (readonly string[])[];

/** By folded word: the things that one of their forms names with it. */
type Equivalents = ReadonlyMap<string, readonly Forms[]>;

interface ReadVersion {
  readonly version: SectionVersion;
  readonly words: readonly Word[];
}

/**
 * Names on which two versions of a section agree and which the third lacks: somebody was left out or is spelled in
 * another way. A name that the languages write differently is known by its row in the glossary. A word is a name when it
 * begins with a capital inside a sentence somewhere, and nowhere with a small letter.
 */
export function checkNames(sections: readonly SectionTwins[], concepts: readonly Concept[]): Problem[] {
  const read = sections.map((versions) =>
    versions.map((version) => ({ version, words: wordsOf(proseOf(version.section)) })),
  );
  const names = learnNames(read.flat());
  const equivalents = learnEquivalents(concepts);
  return read.flatMap((versions) => compareNames(versions, names, equivalents));
}

function learnNames(versions: readonly ReadVersion[]): ReadonlySet<string> {
  const capital = new Set<string>();
  const small = new Set<string>();
  for (const { folded, hasCapital, beginsSentence } of versions.flatMap(({ words }) => words)) {
    if (!hasCapital) small.add(folded);
    else if (!beginsSentence && folded.length >= shortestName) capital.add(folded);
  }
  return new Set([...capital].filter((word) => !small.has(word)));
}

const shortestName = 3;

function learnEquivalents(concepts: readonly Concept[]): Equivalents {
  const equivalents = new Map<string, Forms[]>();
  for (const forms of [...concepts.map((concept) => concept.forms), ...equivalentWords()]) {
    const words = forms.map((form) => nameWords(form));
    for (const word of new Set(words.flat())) {
      const known = equivalents.get(word);
      if (known === undefined) equivalents.set(word, [words]);
      else known.push(words);
    }
  }
  return equivalents;
}

/** The words of a form that carry the name: those with a capital if there are any, as `Seúl` in `para Seúl`. */
function nameWords(form: string): string[] {
  const words = form.match(/[\p{L}\p{M}]+/gu) ?? [];
  const capital = words.filter((word) => /^\p{Lu}/u.test(word));
  return (capital.length > 0 ? capital : words).map((word) => fold(word));
}

function compareNames(
  versions: readonly ReadVersion[],
  names: ReadonlySet<string>,
  equivalents: Equivalents,
): Problem[] {
  if (versions.length < 3) return [];
  const read = versions.map(({ version, words }) => ({
    version,
    words: new Set(words.map(({ folded }) => folded)),
    singulars: new Set(words.flatMap(({ folded }) => singulars(folded))),
    names: new Map(
      words.filter(({ folded, hasCapital }) => hasCapital && names.has(folded)).map(({ folded, raw }) => [folded, raw]),
    ),
  }));
  return read.flatMap((own) => {
    const [first, ...others] = read.filter((other) => other !== own);
    const missing = [...(first?.names ?? [])].filter(
      ([name]) =>
        others.every((other) => other.names.has(name)) &&
        !own.words.has(name) &&
        !isTranslated(name, own.singulars, equivalents),
    );
    if (missing.length === 0) return [];
    const { path, section } = own.version;
    const list = missing.map(([, raw]) => raw).join(', ');
    const message = `The other languages say ${list} in {#${section.anchor}} and this one does not: correct the spelling or add the name; if this language writes the name differently, give it a row in the glossary`;
    return [problem({ path, line: section.line }, 'twin-names', message)];
  });
}

/** Whether the text has another form of what the name stands for: `Londres` for `London`, `Barcelone` for `Barcelona`. */
function isTranslated(name: string, words: ReadonlySet<string>, equivalents: Equivalents): boolean {
  return singulars(name)
    .flatMap((word) => equivalents.get(word) ?? [])
    .some((forms) =>
      forms.some(
        (form) =>
          (form.length > 0 && form.every((word) => words.has(word))) ||
          form.some((word) => word !== name && words.has(word) && haveSameStart(word, name)),
      ),
    );
}

/** The word and what it may be the plural of, because the glossary has the singular. */
function singulars(word: string): string[] {
  return word.endsWith('s') ? [word, word.slice(0, -1), word.replace(/es$/, '')] : [word];
}

function haveSameStart(a: string, b: string): boolean {
  return a.slice(0, 4) === b.slice(0, 4);
}

function wordsOf(text: string): Word[] {
  return text.split('\n').flatMap((line) => {
    let end = 0;
    return [...line.matchAll(/[\p{L}\p{M}]+/gu)].map(({ 0: raw, index }): Word => {
      const before = line.slice(end, index);
      const beginsSentence = end === 0 || /[.!?:;«“"(]/.test(before);
      end = index + raw.length;
      return { raw, folded: fold(raw), hasCapital: /^\p{Lu}/u.test(raw), beginsSentence };
    });
  });
}
