import { counter } from '../counter.ts';

const questions = counter('en', 'question', 'questions');
const subjects = counter('en', 'subject', 'subjects');
const more = counter('en', 'more subject', 'more subjects');

/** What is said around questions: whether an answer helped, what stayed without one, and how the secretariat gets it. */
export const questionWords = {
  forward: 'Send this question to the secretariat, with my name',
  forwarded:
    'Your question is on its way to the secretariat, with your name. The answer will reach you as a message from me.',
  forwardedBefore:
    'The secretariat has this question from you already. The answer will reach you as a message from me.',
  forwardUnavailable: (contact: string) =>
    `I cannot pass questions on from here. Please write to the secretariat: ${contact}.`,
  forwardFailed: (contact: string) =>
    `I cannot reach the secretariat’s channel at the moment, so your question was not sent. Please write to ${contact}.`,
  forwardTitle: (name: string) => `Question from ${name}`,
  forwardHint: 'Reply in the thread of this message: what you write there is sent to the person who asked.',
  somebody: 'a member',
  relayTitle: 'Answer from the secretariat',
  relayed: 'Your reply is on its way to the person who asked.',
  relayedBefore: 'This reply was passed on already.',
  relayEmpty: 'There are no words in your reply, so nothing was passed on.',
  relayTooLong: (length: number, limit: number) =>
    `Your reply was not passed on: it has ${length} characters, and at most ${limit} can be sent there. Please send it in parts.`,
  relayUnknown:
    'This message is not a question that I passed on, or I no longer know who asked. Nothing was sent; please write to the person directly.',
  relayUnreachable:
    'Nothing was sent: the platform on which the question was asked is not connected any more. Please write to the person directly.',
  thanks: 'Thank you. It is good to know that the answer helped.',
  thanksForTrouble: (contact: string) =>
    `Thank you. What did not help is collected, so that the documents can be improved. The secretariat can help you now: ${contact}.`,
  unknownQuestion: 'I no longer know this answer, so I could not note what you think of it. Please ask again.',
  commentTooLong: (length: number, limit: number) =>
    `Your comment has ${length} characters; I can keep up to ${limit}. Please shorten it and send it again.`,
  gapsTitle: 'What members asked and did not get',
  gapsNone: 'Nothing: every question that I remember was answered, and nobody said that an answer did not help.',
  gapsFound: (asked: number, groups: number) => `${questions(asked)} on ${subjects(groups)}, the latest first.`,
  gapsAsked: (count: number) => questions(count),
  gapsLast: (date: string) => `last on ${date}`,
  gapsNotHelpful: (count: number) => `answer not helpful: ${count}`,
  gapsNear: (section: string) => `Near “${section}”`,
  gapsNearNothing: 'Near nothing in the documents',
  gapsComment: (comment: string) => `“${comment}”`,
  gapsMore: (count: number) => `… and ${more(count)}. “npm run gaps” shows them all.`,
  gapsUndelivered: 'These did not arrive:',
  gapsLost: {
    question: (question: string) => `the question “${question}” at the secretariat’s channel`,
    answer: (question: string) => `the answer to “${question}” at the person who asked`,
  },
  gapsRetry: 'Send them again',
  gapsRetried: 'What had not arrived is on its way again.',
  gapsNothingToRetry: 'Everything arrived: there is nothing to send again.',
  gapsNoTexts:
    'The words of questions are not kept, so only the section that came nearest is shown. To have them kept, the operator sets KEEP_QUESTIONS=true and tells members so.',
};

export type QuestionMessages = typeof questionWords;
