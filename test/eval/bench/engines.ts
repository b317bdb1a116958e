import { create, insertMultiple, search } from '@orama/orama';
import { stemmer as englishStemmer } from '@orama/stemmers/english';
import { stemmer as frenchStemmer } from '@orama/stemmers/french';
import { stemmer as spanishStemmer } from '@orama/stemmers/spanish';
import { Charset, Encoder, Index } from 'flexsearch';
import englishPack from 'flexsearch/lang/en';
import frenchPack from 'flexsearch/lang/fr';
import lunr from 'lunr';
import installSpanish from 'lunr-languages/lunr.es';
import installFrench from 'lunr-languages/lunr.fr';
import installStemmers from 'lunr-languages/lunr.stemmer.support';
import MiniSearch, { type SearchOptions } from 'minisearch';
import { eng, fra, spa } from 'stopword';
import type { Language } from '../../../src/language.ts';
import { fold } from '../../../src/retrieval/tokenize.ts';
import type { Passage } from './question-set.ts';

/** The ids of the passages that come nearest to a question, best first. */
export type Search = (question: string, limit: number) => readonly string[] | Promise<readonly string[]>;

/** A search library, set up as its documentation recommends for a language, with titles and texts to search in. */
export interface Engine {
  readonly name: string;
  readonly build: (passages: readonly Passage[], language: Language) => Search | Promise<Search>;
}

installStemmers(lunr);
installSpanish(lunr);
installFrench(lunr);

const stopWords: Readonly<Record<Language, readonly string[]>> = { en: eng, es: spa, fr: fra };

/** The other engines; the first is the one to which times are compared. */
export const engines: readonly Engine[] = [
  { name: 'MiniSearch, defaults', build: (passages) => miniSearch(passages, {}) },
  { name: 'MiniSearch, prefix + fuzzy 0.2', build: (passages) => miniSearch(passages, { prefix: true, fuzzy: 0.2 }) },
  { name: 'Lunr + language', build: lunrSearch },
  { name: 'FlexSearch, suggest + language', build: flexSearch },
  { name: 'Orama, stemmer + stop words', build: oramaSearch },
];

function miniSearch(passages: readonly Passage[], searchOptions: SearchOptions): Search {
  const index = new MiniSearch<Passage>({ fields: ['title', 'text'], searchOptions });
  index.addAll(passages);
  return (question, limit) =>
    index
      .search(question)
      .slice(0, limit)
      .map(({ id }) => String(id));
}

function lunrSearch(passages: readonly Passage[], language: Language): Search {
  const index = lunr(function configure() {
    if (language !== 'en') this.use(lunr[language]);
    this.ref('id');
    this.field('title');
    this.field('text');
    for (const passage of passages) this.add(passage);
  });
  // Terms and not `index.search`, for which a colon or a hyphen in a question is syntax.
  return (question, limit) =>
    index
      .query((query) => query.term(lunr.tokenizer(question), {}))
      .slice(0, limit)
      .map(({ ref }) => ref);
}

/** One text for title and body: merging the results of two fields would lose their order. */
function flexSearch(passages: readonly Passage[], language: Language): Search {
  // There is no Spanish pack; the filter option, with a public list, is what its documentation offers instead.
  const pack = { en: englishPack, es: { filter: new Set(stopWords.es.map(fold)) }, fr: frenchPack }[language];
  const index = new Index({ encoder: new Encoder(Charset.Normalize).assign(pack) });
  for (const [id, { title, text }] of passages.entries()) index.add(id, `${title} ${text}`);
  return (question, limit) =>
    index.search(question, { limit, suggest: true }).map((id) => passages[Number(id)]?.id ?? '');
}

async function oramaSearch(passages: readonly Passage[], language: Language): Promise<Search> {
  const database = create({
    schema: { title: 'string', text: 'string' } as const,
    components: {
      tokenizer: {
        language: { en: 'english', es: 'spanish', fr: 'french' }[language],
        stemming: true,
        stemmer: { en: englishStemmer, es: spanishStemmer, fr: frenchStemmer }[language],
        stopWords: [...stopWords[language]],
      },
    },
  });
  await insertMultiple(
    database,
    passages.map(({ id, title, text }) => ({ id, title, text })),
  );
  return async (question, limit) => (await search(database, { term: question, limit })).hits.map(({ id }) => id);
}
