import type { PhrasingContent, Root } from 'mdast';
import { messagesIn } from '../chat/messages.ts';
import type { Reply, ReplyAction } from '../chat/reply.ts';
import type { Language } from '../language.ts';
import type { Answer } from './answer.ts';

/** One paragraph as a body. */
export function textBody(text: string): Root {
  return { type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', value: text }] }] };
}

/** One paragraph in which an e-mail address is a link. */
export function contactBody(text: string, contact: string): Root {
  const [before = '', ...after] = text.split(contact);
  const link: PhrasingContent = {
    type: 'link',
    url: `mailto:${contact}`,
    children: [{ type: 'text', value: contact }],
  };
  const children = after.flatMap((rest): PhrasingContent[] => [link, { type: 'text', value: rest }]);
  return { type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', value: before }, ...children] }] };
}

/** The questions that people can begin with, as actions. */
export function sampleQuestions(language: Language): ReplyAction[] {
  return messagesIn(language).sampleQuestions.map((question) => ({ kind: 'ask', label: question, question }));
}

/** What the assistant knows and how to ask, with questions to begin with. */
export function helpReply(language: Language): Reply {
  return { language, body: textBody(messagesIn(language).help), actions: sampleQuestions(language) };
}

/**
 * Says an answer. `contact` is the address to which people are sent where the assistant does not know;
 * `forwardable` is the question, where it can be passed on to the secretariat from there as well.
 */
export function answerReply(answer: Answer, contact: string, forwardable?: string): Reply {
  const { language, askedIn } = answer;
  const messages = messagesIn(language);
  const base = { language, ...(askedIn === undefined ? {} : { notice: messages.answeredIn(language) }) };
  switch (answer.outcome) {
    case 'answered': {
      const [{ sectionId }] = answer.citations;
      return {
        ...base,
        ...(answer.shownIn === undefined ? {} : { notice: messages.shownIn(answer.shownIn) }),
        body: answer.excerpt,
        sources: answer.citations,
        actions: [{ kind: 'read', label: messages.wholeSection, sectionId }],
      };
    }
    case 'suggested':
      return {
        ...base,
        body: contactBody(messages.suggested(contact), contact),
        actions: [
          ...answer.suggestions.map(({ sectionId, section }): ReplyAction => ({
            kind: 'read',
            label: section,
            sectionId,
          })),
          ...forwarding(forwardable, language),
        ],
      };
    case 'abstained': {
      const actions = forwarding(forwardable, language);
      const body = contactBody(messages.abstained(contact), contact);
      return { ...base, body, ...(actions.length === 0 ? {} : { actions }) };
    }
  }
}

/** Passing a question on is the member's own decision: the label says what the secretariat will see. */
export function forwarding(question: string | undefined, language: Language): ReplyAction[] {
  if (question === undefined) return [];
  const label = messagesIn(language).questions.forward;
  return [{ kind: 'command', label, command: 'forward', options: { question } }];
}
