import type { Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import type { Core, Handle } from '../../src/chat/adapter.ts';
import type { CommandSpec } from '../../src/chat/command-spec.ts';
import type { Incoming, Person } from '../../src/chat/incoming.ts';
import { messagesIn } from '../../src/chat/messages.ts';
import type { Reply } from '../../src/chat/reply.ts';

export function markdown(text: string): Root {
  return fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

export const sampleCommands: readonly CommandSpec[] = [
  { name: 'help', description: { en: 'Help', es: 'Ayuda', fr: 'Aide' }, options: [] },
  {
    name: 'read',
    description: { en: 'Read a section', es: 'Leer una sección', fr: 'Lire une section' },
    options: [
      { name: 'section', description: { en: 'Section', es: 'Sección', fr: 'Section' }, required: true },
      { name: 'language', description: { en: 'Language', es: 'Lengua', fr: 'Langue' }, required: false },
    ],
  },
];

const answer = `In the sample year, **Port Example** hosted the general assembly, with more than
1,400 people from 82 countries. See [the members](knowledge:sample-page#members) for who took part:

- Port Example, host of the assembly
- New Harbour, which joined in the same year
- Riverton, the largest of the three

| Year | Host | Participants |
| --- | --- | ---: |
| 2021 | Riverton | 900 |
| 2023 | Port Example | 1,400 |`;

const sections = [
  [
    'members',
    'Members of the sample association',
    'The sample association has 154 members. The newest is New Harbour.',
  ],
  ['assembly', 'General assembly', answer],
  [
    'contact',
    'Contact',
    'Write to [the secretariat](mailto:desk@example.org) or see [the site](https://example.org/contact).',
  ],
] as const;

/** A small core that answers with everything a reply can hold, so that a room can be seen at work. */
export const sampleHandle: Handle = async (incoming) => {
  if (incoming.kind === 'message') return answerReply(incoming);
  return incoming.name === 'read' ? readReply(incoming) : helpReply(incoming);
};

function answerReply({ locale = 'en' }: Incoming): Reply {
  return {
    language: locale,
    notice: messagesIn(locale).shownIn('en'),
    body: markdown(answer),
    sources: [
      {
        sectionId: 'sample-page#assembly',
        title: 'Annual Report of the Sample Association',
        section: 'General assembly',
        page: '7',
        url: 'https://www.example.org/report.pdf',
        date: '2023-06-15',
      },
      { sectionId: 'sample-page#members', title: 'Register of Members', section: 'Members of the sample association' },
    ],
    actions: [
      { kind: 'read', label: messagesIn(locale).wholeSection, sectionId: 'sample-page#assembly' },
      { kind: 'ask', label: 'Who are the members?', question: 'Who are the members of the association?' },
    ],
  };
}

function readReply(command: Extract<Incoming, { kind: 'command' }>): Reply {
  const language = command.locale ?? 'en';
  if (!command.options['section']?.startsWith('sample-page')) {
    return { language, body: markdown(messagesIn(language).unknownSection) };
  }
  const body = sections.flatMap(([id, title, text]): RootContent[] => [
    { type: 'heading', depth: 2, data: { hProperties: { id } }, children: [{ type: 'text', value: title }] },
    ...markdown(text).children,
  ]);
  return {
    language,
    title: 'About the sample association',
    body: { type: 'root', children: body },
    sources: [
      { sectionId: 'sample-page', title: 'Annual Report', section: 'About', url: 'https://example.org/', date: '2023' },
    ],
  };
}

function helpReply({ locale = 'en' }: Incoming): Reply {
  const { help, sampleQuestions } = messagesIn(locale);
  return {
    language: locale,
    body: markdown(help),
    actions: sampleQuestions.map((question) => ({ kind: 'ask', label: question, question })),
  };
}

/** A program around a handle, as rooms see it; what was begun is remembered as long as the process lives. */
export function sampleCore(handle: Handle = sampleHandle, commands: readonly CommandSpec[] = sampleCommands): Core {
  const begun = new Map<string, 'finished' | 'inHand'>();
  return {
    handle,
    commands,
    begin: async (eventId) => {
      const state = begun.get(eventId);
      if (state !== undefined) return state;
      begun.set(eventId, 'inHand');
      return { again: false, finish: async () => void begun.set(eventId, 'finished') };
    },
    keepUpToDate: async () => undefined,
  };
}

export const samplePerson: Person = { id: 'sample:ana' };
