import type { Clock } from '../clock.ts';
import { AppError } from '../errors.ts';
import type { Log } from '../log.ts';
import { readCorpus, type Corpus } from './corpus.ts';
import { findProblems, toKnowledge } from './load.ts';
import { compareText } from './problem.ts';
import type { Knowledge } from './section.ts';

/** The knowledge as it stands in the folder now, for a program that keeps running while people edit the pages. */
export interface LiveKnowledge {
  readonly current: () => Knowledge;
  /**
   * Reads what has changed and then swaps in the whole at once. Of a page that now has a mistake the last good version
   * stays in use, and so does everything when the folder cannot be read. Never throws.
   */
  readonly reload: () => Promise<void>;
}

interface LiveKnowledgeDeps {
  readonly clock: Clock;
  readonly log: Log;
  /**
   * Called with what is about to become current; it carries the problems of the files as they are now. When this throws,
   * nothing is swapped.
   */
  readonly onReload: (knowledge: Knowledge) => void;
}

/** Loads the knowledge and keeps it current by `reload`. Throws AppError (`knowledge`) when the folder cannot be read. */
export async function openLiveKnowledge(
  folder: string,
  { clock, log, onReload }: LiveKnowledgeDeps,
): Promise<LiveKnowledge> {
  const problemsOf = (read: Corpus) => () => findProblems(read, clock());
  let corpus = await readCorpus(folder);
  let served: Served = corpus;
  let knowledge = toKnowledge(served, problemsOf(corpus));
  let running: Promise<void> | undefined;
  let isStale = false;

  async function reloadOnce(): Promise<void> {
    try {
      const next = await readCorpus(folder, corpus);
      if (next === corpus) return;
      if (next.pages.size + next.broken.size === 0 && served.pages.size > 0) {
        throw new AppError('knowledge', 'The knowledge folder holds no page any more', { hint: 'Put the pages back.' });
      }
      const kept = keepLastGood(next, served);
      const fresh = toKnowledge(kept, problemsOf(next));
      onReload(fresh);
      knowledge = fresh;
      corpus = next;
      served = kept;
    } catch (error) {
      log.error({ err: error }, 'Reloading the knowledge failed; the last good version stays in use');
    }
  }

  async function reloadUntilFresh(): Promise<void> {
    do {
      isStale = false;
      await reloadOnce();
    } while (isStale);
    running = undefined;
  }

  return {
    current: () => knowledge,
    reload: async () => {
      // A call during a reload may be about a file that has been read already: one more round follows.
      isStale = true;
      running ??= reloadUntilFresh();
      await running;
    },
  };
}

type Served = Pick<Corpus, 'pages' | 'glossary'>;

function keepLastGood(next: Corpus, served: Served): Served {
  const kept = [...next.broken].flatMap((path) => {
    const page = served.pages.get(path);
    return page === undefined ? [] : [[path, page] as const];
  });
  const glossary = next.glossary ?? served.glossary;
  return {
    pages: new Map([...next.pages, ...kept].toSorted(([a], [b]) => compareText(a, b))),
    ...(glossary && { glossary }),
  };
}
