import type { Language } from '../../language.ts';
import { announcing } from './announcing/en.ts';
import { audience } from './audience/en.ts';
import { delivery } from './delivery/en.ts';
import { events } from './events/en.ts';
import { importing } from './importing/en.ts';
import { questionWords as questions } from './questions/en.ts';
import { room } from './room/en.ts';
import { terminal } from './terminal/en.ts';
import { web } from './web/en.ts';

const languageNames: Readonly<Record<Language, string>> = { en: 'English', es: 'Spanish', fr: 'French' };

/** Everything that people read, in English; its shape is what the other languages have to offer. */
export const en = {
  languageName: (language: Language) => languageNames[language],
  answeredIn: (language: Language) =>
    `I answer in ${languageNames[language]}, the nearest of the languages that I write.`,
  shownIn: (language: Language) => `This page exists only in ${languageNames[language]}.`,
  abstained: (contact: string) =>
    `I don’t know: I have found nothing about this in the documents that I know. The secretariat can help you: ${contact}.`,
  suggested: (contact: string) =>
    `I am not sure enough to answer. These sections come nearest; if they do not help, the secretariat will: ${contact}.`,
  emptyQuestion: 'Please write a question, for instance one of these:',
  noWords: 'I find no words in your message. Please ask in a sentence or with a few keywords, for instance:',
  tooLong: (limit: number) =>
    `Your message is too long for me: I read up to ${limit} characters. Please ask one question at a time, in a sentence or two.`,
  failed: (contact: string) =>
    `Something went wrong on my side and I could not answer. Please try again in a moment; if it happens again, write to ${contact}.`,
  unknownSection: 'There is no such page. It may have been renamed; please ask me about its subject.',
  unknownCommand: (name: string, known: string) => `I don’t know the command “${name}”. I know: ${known}.`,
  missingOption: (option: string, command: string) =>
    `The command “${command}” needs “${option}”. Please try again with it.`,
  refused: (contact: string) =>
    `This is for the secretariat, and you do not have its rights here, so nothing was done. If you need it, write to ${contact}: the secretariat can do it for you or have the rights given to you.`,
  storeFailed: (contact: string) =>
    `My memory cannot be reached at the moment. What I have confirmed before is not lost. Please try again in a few minutes; if it goes on like this, write to ${contact}.`,
  wrongChoice: (option: string, value: string, choices: string) =>
    `“${value}” is no value for “${option}”. Please take one of these: ${choices}.`,
  unknownLanguage: (value: string) =>
    `“${value}” is not a language that I write. I answer in English (en), Spanish (es) and French (fr).`,
  help: 'I answer questions about Metropolis, the World Association of the Major Metropolises, from its documents: the association itself, the annual report 2023, CLEARING HOUSE, Metropolis Care and World Metropolitan Day. Every answer names its source; what I do not know, I say. Ask in English, Spanish or French.',
  sampleQuestions: [
    'Which cities became members in 2023?',
    'What are the five Rs of the care toolkit?',
    'What are urban forests as nature-based solutions?',
    'Who organises World Metropolitan Day?',
  ],
  sources: 'Sources',
  page: (page: string) => `p. ${page}`,
  moreInSection: (count: number) => `… and ${count} more in the section.`,
  wholeSection: 'Read the whole section',
  announcing,
  delivery,
  audience,
  events,
  importing,
  questions,
  room,
  web,
  terminal,
};

export type Messages = typeof en;
