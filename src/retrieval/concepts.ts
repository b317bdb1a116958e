import type { Concept } from '../knowledge/section.ts';
import { analyze, type Term } from './analyze.ts';
import type { QuestionLanguage } from './stop-words.ts';

/** A place in a text where a form of a concept stands: terms `start` up to, not including, `end`. */
export interface ConceptMatch {
  readonly concept: string;
  readonly start: number;
  readonly end: number;
}

interface TrieNode {
  readonly next: Map<string, TrieNode>;
  concept?: string;
}

export type ConceptMatcher = (terms: readonly Term[]) => readonly ConceptMatch[];

/**
 * Finds the forms of the glossary in a text of one language, by stems, so that plurals and word endings do not matter.
 * Shorter forms inside a longer one are found too: "new members" speaks of members.
 */
export function createConceptMatcher(concepts: readonly Concept[], language: QuestionLanguage): ConceptMatcher {
  const root: TrieNode = { next: new Map() };
  for (const { id, languagesOf } of concepts) {
    for (const [form, languages] of languagesOf) {
      if (languages.has(language))
        addForm(
          root,
          id,
          analyze(form, language).map(({ stem }) => stem),
        );
    }
  }
  return (terms) =>
    match(
      root,
      terms.map(({ stem }) => stem),
    );
}

/**
 * Finds the forms of all languages as they are written. Stems of one language mean nothing in another (the English
 * "mayor" is no Spanish "mayor"), so this is for terms that the question's own language does not know.
 */
export function createForeignMatcher(concepts: readonly Concept[]): ConceptMatcher {
  const root: TrieNode = { next: new Map() };
  for (const { id, languagesOf } of concepts) {
    for (const [form, languages] of languagesOf) {
      for (const language of languages)
        addForm(
          root,
          id,
          analyze(form, language).map(({ folded }) => folded),
        );
    }
  }
  return (terms) =>
    match(
      root,
      terms.map(({ folded }) => folded),
    );
}

function match(root: TrieNode, keys: readonly string[]): ConceptMatch[] {
  return keys.flatMap((_, start) => formsFrom(root, keys, start));
}

function addForm(root: TrieNode, concept: string, keys: readonly string[]): void {
  if (keys.length === 0) return;
  let node = root;
  for (const key of keys) {
    let next = node.next.get(key);
    if (next === undefined) node.next.set(key, (next = { next: new Map() }));
    node = next;
  }
  node.concept ??= concept;
}

function formsFrom(root: TrieNode, keys: readonly string[], start: number): ConceptMatch[] {
  let node: TrieNode | undefined = root;
  const found: ConceptMatch[] = [];
  for (let end = start; end < keys.length; end += 1) {
    node = node.next.get(keys[end] ?? '');
    if (node === undefined) break;
    if (node.concept !== undefined) found.push({ concept: node.concept, start, end: end + 1 });
  }
  return found;
}
