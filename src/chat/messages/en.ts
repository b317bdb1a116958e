import type { Language } from '../../language.ts';
import { announcing } from './announcing/en.ts';
import { delivery } from './delivery/en.ts';
import { room } from './room/en.ts';

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
  room,
  web: {
    name: 'Metropolis assistant',
    welcome: 'What would you like to know?',
    skipToQuestion: 'Go to the question field',
    skipToContent: 'Go to the content',
    language: 'Language',
    newConversation: 'New conversation',
    conversation: 'Conversation',
    question: 'Your question',
    placeholder: 'Ask about Metropolis…',
    send: 'Send',
    keys: 'Enter sends; Shift and Enter start a new line.',
    advice: 'Answers quote Metropolis documents: please check the source.',
    youAsked: 'You asked:',
    searching: 'Looking in the documents…',
    original: (host: string) => `Original on ${host}`,
    table: 'Table',
    ask: 'Ask a question',
    back: 'Back to the conversation',
    onThisPage: 'On this page',
    unreachable:
      'The assistant cannot be reached at the moment. Your question is still in the field: please try again.',
    tooLarge: 'Your message is too large. Please ask one question at a time, in a sentence or two.',
    notFoundTitle: 'There is no such page',
    notFound: 'The address may be mistyped, or the page may have been renamed. Please ask about its subject.',
    methodTitle: 'This address works differently',
    method:
      'The page exists, but it cannot be used in this way. Please go back to the conversation and try from there.',
    forbiddenTitle: 'This request was refused',
    forbidden: 'It did not come from a page of the assistant. Please ask your question in the conversation.',
    misdirected: 'The assistant does not answer under this address. Please use the one that its operator gave you.',
    failedTitle: 'Something went wrong on our side',
    failed: 'The page could not be shown. Please try again in a moment.',
  },
  terminal: {
    instructions: 'Type a question, or the number of a suggestion. /help · /lang en|es|fr · /quit',
    languageSet:
      'From now on I write to you in English. Questions in another language that I write are answered in that language.',
    goodbye: 'Goodbye.',
  },
};

export type Messages = typeof en;
