import type { Corpus } from './corpus.ts';
import { toLinkTargets } from './links.ts';
import { checkEventSections } from './rules/events.ts';
import { checkNames } from './rules/names.ts';
import { checkNumbers } from './rules/numbers.ts';
import { checkDuplicateIds, checkLength, checkLinks, checkListIntroductions, checkReview } from './rules/pages.ts';
import {
  checkMissingPages,
  checkTwinAnchors,
  checkTwinFrontMatter,
  checkTwinLists,
  pairPages,
  pairSections,
} from './rules/twins.ts';
import type { Problem } from './section.ts';

/**
 * Everything that is wrong between the pages: what a language lacks, figures and names that differ, links that lead
 * nowhere; also what is too long or due for a review on the day of `now` (milliseconds since 1970). What is wrong within
 * a single file is told when the file is read.
 */
export function checkCorpus(corpus: Corpus, now: number): Problem[] {
  const pages = [...corpus.pages.values()];
  const targets = toLinkTargets(pages);
  const pageTwins = pairPages(pages);
  const sectionTwins = pageTwins.flatMap((twins) => pairSections(twins));
  return [
    ...checkDuplicateIds(pages),
    ...checkMissingPages(pageTwins, corpus),
    ...checkEventSections(pages),
    ...pages.flatMap((page) => [
      ...checkLength(page),
      ...checkListIntroductions(page),
      ...checkReview(page, now),
      ...checkLinks(page, targets, corpus),
    ]),
    ...pageTwins.flatMap((twins) => [...checkTwinFrontMatter(twins), ...checkTwinAnchors(twins)]),
    ...sectionTwins.flatMap((twins) => [...checkTwinLists(twins), ...checkNumbers(twins)]),
    ...checkNames(sectionTwins, corpus.glossary?.concepts ?? []),
  ];
}
