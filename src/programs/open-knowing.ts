import { systemClock } from '../clock.ts';
import type { AnswerContext } from '../commands/command.ts';
import { AppError } from '../errors.ts';
import { openLiveKnowledge } from '../knowledge/live-knowledge.ts';
import { watchKnowledge } from '../knowledge/watch.ts';
import type { Knowledge } from '../knowledge/section.ts';
import type { Log } from '../log.ts';
import { createRetriever } from '../retrieval/retriever.ts';

/** How long the knowledge folder must be quiet before it is read again, and how often it is looked at besides. */
const debounceMs = 300;
const rescanMs = 60_000;

export interface Knowing {
  readonly current: () => Pick<AnswerContext, 'knowledge' | 'retriever'>;
  readonly close: () => void;
}

/**
 * Knowledge and index that follow the folder; pages with a mistake are logged and the last good ones served.
 * @throws AppError `knowledge` when the folder holds no page that can be read
 */
export async function openKnowing(folder: string, log: Log): Promise<Knowing> {
  const live = await openLiveKnowledge(folder, {
    clock: systemClock,
    log,
    onReload: (knowledge) => {
      retriever = createRetriever(knowledge);
      reportProblems(knowledge.problems, log);
      log.info({ sections: knowledge.sections.length }, 'the knowledge was read again');
    },
  });
  refuseEmpty(live.current(), log);
  let retriever = createRetriever(live.current());
  const watch = watchKnowledge(folder, { onChange: () => void live.reload(), debounceMs, rescanMs, log });
  return { current: () => ({ knowledge: live.current(), retriever }), close: watch.close };
}

/**
 * Without a page the answer to everything would be that the assistant does not know, whatever the reason.
 * @throws AppError `knowledge`
 */
export function refuseEmpty(knowledge: Knowledge, log: Log): void {
  if (knowledge.sections.length > 0) return;
  reportProblems(knowledge.problems, log);
  throw new AppError('knowledge', 'The knowledge folder holds no page that can be read.', {
    hint: 'Set KNOWLEDGE_DIR to the folder that holds en, es and fr; knowledge:check says what is wrong with its pages.',
  });
}

export function reportProblems(problems: Knowledge['problems'], log: Log): void {
  for (const problem of problems)
    log[problem.severity === 'error' ? 'error' : 'warn'](problem, 'a problem in the knowledge');
}
