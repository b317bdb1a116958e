import type { Concept } from '../knowledge/section.ts';
import { indexTerms, type Term } from './analyze.ts';
import type { QuestionLanguage } from './stop-words.ts';

/** A place in a text where a form of a concept stands: terms `start` up to, not including, `end`. */
export interface ConceptMatch {
  readonly concept: string;
  readonly start: number;
  readonly end: number;
}

/** Most nodes are ends, and a map for what follows each of them would be the largest part of the tree. */
interface TrieNode {
  next: Map<string, TrieNode> | undefined;
  concept: string | undefined;
}

const emptyNode = (): TrieNode => ({ next: undefined, concept: undefined });

export type ConceptMatcher = (terms: readonly Term[]) => readonly ConceptMatch[];

/** Like `ConceptMatcher`, for terms of which only the stems are at hand. */
export type StemMatcher = (stems: readonly string[]) => readonly ConceptMatch[];

/**
 * Finds the forms of the glossary in a text of one language, by stems, so that plurals and word endings do not matter.
 * Shorter forms inside a longer one are found too: "new members" speaks of members.
 */
export function createStemMatcher(concepts: readonly Concept[], language: QuestionLanguage): StemMatcher {
  const root = emptyNode();
  for (const { id, languagesOf } of concepts) {
    for (const [form, languages] of languagesOf) {
      if (languages.has(language)) addForm(root, id, indexTerms(form, language).stems);
    }
  }
  return (stems) => match(root, stems);
}

/**
 * Finds the forms of all languages as they are written. Stems of one language mean nothing in another (the English
 * "mayor" is no Spanish "mayor"), so this is for terms that the question's own language does not know.
 */
export function createForeignMatcher(concepts: readonly Concept[]): ConceptMatcher {
  const root = emptyNode();
  for (const { id, languagesOf } of concepts) {
    for (const [form, languages] of languagesOf) {
      for (const language of languages) addForm(root, id, indexTerms(form, language).folded);
    }
  }
  return (terms) =>
    match(
      root,
      terms.map(({ folded }) => folded),
    );
}

function match(root: TrieNode, keys: readonly string[]): ConceptMatch[] {
  const found: ConceptMatch[] = [];
  for (let start = 0; start < keys.length; start += 1) {
    let node: TrieNode | undefined = root;
    for (let end = start; end < keys.length; end += 1) {
      node = node.next?.get(keys[end] ?? '');
      if (node === undefined) break;
      if (node.concept !== undefined) found.push({ concept: node.concept, start, end: end + 1 });
    }
  }
  return found;
}

function addForm(root: TrieNode, concept: string, keys: readonly string[]): void {
  if (keys.length === 0) return;
  let node = root;
  for (const key of keys) {
    const nodes = (node.next ??= new Map<string, TrieNode>());
    let next = nodes.get(key);
    if (next === undefined) nodes.set(key, (next = emptyNode()));
    node = next;
  }
  node.concept ??= concept;
}
