import type { Core, Handle } from '../../../src/chat/adapter.ts';
import type { CommandSpec } from '../../../src/chat/command-spec.ts';
import type { Form, FormField } from '../../../src/chat/form.ts';
import type { Incoming } from '../../../src/chat/incoming.ts';
import { markdown, sampleCommands, sampleCore } from '../../contract/sample-core.ts';

const text = (en: string) => ({ en, es: en, fr: en });

export const announceSpecs: readonly CommandSpec[] = [
  ...sampleCommands,
  {
    name: 'ask',
    description: text('Ask'),
    options: [{ name: 'question', description: text('Question'), required: true }],
  },
  {
    name: 'announce',
    description: text('Announce'),
    role: 'secretariat',
    options: [{ name: 'file', description: text('File'), required: false }],
  },
  { name: 'announcement', description: text('Act'), role: 'secretariat', hidden: true, options: [] },
  { name: 'feedback', description: text('Feedback'), hidden: true, options: [] },
];

const field = (name: string, more: Partial<FormField> = {}): FormField => ({
  name,
  label: `The ${name}`,
  kind: 'line',
  required: false,
  ...more,
});

/** A form like that of an announcement: more fields than one modal holds, and one of each kind. */
export function announceForm(
  values: Readonly<Record<string, string>>,
  problems: Readonly<Record<string, string>> = {},
): Form {
  const fields = [
    field('title.en', { required: true, maxLength: 150 }),
    field('body.en', { kind: 'text', maxLength: 20_000 }),
    field('title.es'),
    field('body.es', { kind: 'text' }),
    field('audience', {
      kind: 'choice',
      required: true,
      choices: [
        { value: 'all', label: 'Everybody' },
        { value: 'members-es', label: 'Members' },
      ],
    }),
    field('reminders', { kind: 'choices', choices: ['7d', '1d', '1h'].map((value) => ({ value, label: value })) }),
    field('pings', { kind: 'switch' }),
  ];
  return {
    command: 'announce',
    options: { id: 'draft1' },
    title: 'New announcement',
    submit: 'Preview',
    fields: fields.map((one) => ({
      ...one,
      ...(values[one.name] === undefined ? {} : { value: values[one.name] ?? '' }),
      ...(problems[one.name] === undefined ? {} : { problem: problems[one.name] ?? '' }),
    })),
  };
}

/** A core that takes announcements as the real one does: form, problems, preview, confirmation, report. */
export function announcingCore(heard: Incoming[] = []): Core {
  const handle: Handle = async (incoming) => {
    heard.push(incoming);
    const language = 'en';
    if (incoming.kind === 'message' || incoming.name === 'ask') {
      return {
        language,
        body: markdown('The answer.'),
        questionId: 'q1',
        actions: [{ kind: 'read', label: 'Read it all', sectionId: 'page#one' }],
      };
    }
    const { name, options } = incoming;
    if (name === 'announce' && Object.keys(options).length === 0) {
      return { language, body: markdown('Fill in.'), form: announceForm({}) };
    }
    if (name === 'announce' && (options['title.en'] ?? options['file'] ?? '').length < 5) {
      const problem = { 'title.en': `“${options['title.en'] ?? ''}” is too short.` };
      return { language, body: markdown('One thing is wrong.'), form: announceForm(options, problem), private: true };
    }
    if (name === 'announce') {
      const confirm = { action: 'confirm', id: 'draft1', revision: '1', digest: 'd'.repeat(64) };
      return {
        language,
        private: true,
        title: 'Preview',
        body: markdown('It goes to one channel.'),
        actions: [{ kind: 'command', label: 'Post now', command: 'announcement', options: confirm, style: 'primary' }],
      };
    }
    if (name === 'announcement')
      return { language, body: markdown('1 sent, 0 waiting.'), reportsOn: 'draft1', private: true };
    return { language, body: markdown(`Did ${name}.`), private: true };
  };
  return sampleCore(handle, announceSpecs);
}
