import type { Core } from '../../../src/chat/adapter.ts';
import type { CommandSpec } from '../../../src/chat/command-spec.ts';
import type { Form } from '../../../src/chat/form.ts';
import type { Command, Incoming } from '../../../src/chat/incoming.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import type { SignIns } from '../../../adapters/web/sign-in.ts';
import { toPayload } from '../../../adapters/web/payload.ts';
import { markdown, sampleCommands, sampleCore, sampleHandle } from '../../contract/sample-core.ts';
import { eventPost } from '../../contract/sample-posts.ts';

const said = (name: string): CommandSpec['description'] => ({ en: name, es: name, fr: name });

const commands: readonly CommandSpec[] = [
  ...sampleCommands,
  {
    name: 'announce',
    description: said('Announce'),
    options: [{ name: 'file', description: said('File'), required: false }],
  },
];

export interface DeskCore {
  readonly core: Core;
  /** The commands that came in, oldest first. */
  readonly heard: Command[];
  /** What the report of the announcement `a1` says. */
  report: string;
}

/** A small core with everything that pages of the secretariat show: forms, previews, a report, a list. */
export function createDeskCore(): DeskCore {
  const heard: Command[] = [];
  const desk: DeskCore = {
    core: sampleCore((incoming) => handle(incoming), commands),
    heard,
    report: 'Sent to 1 of 2 channels.',
  };

  async function handle(incoming: Incoming): Promise<Reply> {
    if (incoming.kind === 'message') {
      return { ...(await sampleHandle(incoming)), questionId: 'q1' };
    }
    if (incoming.name === 'help' || incoming.name === 'read') return sampleHandle(incoming);
    heard.push(incoming);
    return replyTo(incoming);
  }

  function replyTo({ name, options }: Command): Reply {
    switch (name) {
      case 'announce':
        return announce(options);
      case 'announcement':
        return {
          ...reportReply(),
          notice: options['action'] === 'retry' ? 'Nothing was left to try again.' : 'Confirmed.',
        };
      case 'announcements':
        return options['id'] === undefined ? listReply() : reportReply();
      case 'feedback':
        return { language: 'en', body: markdown('Thank you.') };
      default:
        return { language: 'en', title: `The ${name}`, body: markdown(`Heard ${name}.`) };
    }
  }

  function reportReply(): Reply {
    return {
      language: 'en',
      title: 'The assembly opens',
      body: markdown(`${desk.report}\n\n- [#general](https://example.org/p1)\n- [news](http://127.0.0.1:3000/news#a1)`),
      actions: [
        { kind: 'command', label: 'Try again', command: 'announcement', options: { action: 'retry', id: 'a1' } },
        {
          kind: 'command',
          label: 'Take back',
          command: 'announcement',
          options: { action: 'retract', id: 'a1' },
          style: 'danger',
        },
      ],
      private: true,
      reportsOn: 'a1',
    };
  }

  return desk;
}

function listReply(): Reply {
  return {
    language: 'en',
    title: 'Announcements',
    body: markdown('One was posted.'),
    actions: [{ kind: 'command', label: 'The assembly opens', command: 'announcements', options: { id: 'a1' } }],
  };
}

function announce(options: Command['options']): Reply {
  const form = formOf(options);
  if (Object.keys(options).length === 0) return { language: 'en', body: markdown('Please fill in.'), form };
  if (options['file'] === 'bad') return { language: 'en', body: markdown('Line 1 is wrong.') };
  if (options['file'] !== undefined) {
    return {
      language: 'en',
      title: 'Preview',
      body: markdown(`Read ${options['file'].length} characters.`),
      previews: [],
    };
  }
  if ((options['title.en'] ?? '') === '') {
    const fields = form.fields.map((field) =>
      field.name === 'title.en' || field.name === 'audience' || field.name === 'reminders'
        ? { ...field, problem: `${field.label} is not right: “${field.value ?? ''}”.` }
        : field,
    );
    return { language: 'en', body: markdown('Three things are wrong.'), form: { ...form, fields } };
  }
  return {
    language: 'en',
    title: 'Preview',
    body: markdown('This will be posted to 3 channels.'),
    previews: [
      { platform: 'web', language: 'en', channels: ['/news'], payload: toPayload(eventPost), text: 'not shown' },
      {
        platform: 'sample',
        language: 'es',
        channels: Array.from({ length: 14 }, (_, index) => `#channel-${index}`),
        payload: '{}',
        text: '**La asamblea** <script>alert(1)</script>\n\n- uno\n- dos',
      },
    ],
    actions: [
      {
        kind: 'command',
        label: 'Post it now',
        command: 'announcement',
        options: { action: 'confirm', id: 'a1' },
        style: 'primary',
      },
      { kind: 'command', label: 'Change it', command: 'announce', options: { id: 'a1' } },
    ],
  };
}

function formOf(options: Command['options']): Form {
  const valueOf = (name: string) => (options[name] === undefined ? {} : { value: options[name] });
  return {
    command: 'announce',
    options: options['id'] === undefined ? {} : { id: options['id'] },
    title: 'New announcement',
    submit: 'Show the preview',
    fields: [
      {
        name: 'title.en',
        label: 'Title in English',
        kind: 'line',
        required: true,
        maxLength: 150,
        ...valueOf('title.en'),
      },
      {
        name: 'body.es',
        label: 'Text in Spanish',
        kind: 'text',
        required: false,
        hint: 'Markdown.',
        ...valueOf('body.es'),
      },
      {
        name: 'audience',
        label: 'Audience',
        kind: 'choice',
        required: true,
        choices: [
          { value: 'all', label: 'Everybody' },
          { value: 'members-es', label: 'Members in Spanish' },
        ],
        ...valueOf('audience'),
      },
      {
        name: 'reminders',
        label: 'Reminders',
        kind: 'choices',
        required: false,
        choices: [
          { value: '7d', label: 'A week before' },
          { value: '1d', label: 'A day before' },
        ],
        ...valueOf('reminders'),
      },
      { name: 'pings', label: 'Notify everybody', kind: 'switch', required: false, ...valueOf('pings') },
    ],
  };
}

/** Lets in who has the token `valid`, once; the session is `session-of-ana`. */
export function createSampleSignIns(): SignIns {
  const tokens = new Set(['valid']);
  const sessions = new Set<string>();
  return {
    async signIn(token) {
      if (!tokens.delete(token)) return undefined;
      sessions.add('session-of-ana');
      return { session: 'session-of-ana', personId: 'web:ana' };
    },
    async personOf(session) {
      if (session === 'broken') throw new Error('the store is away');
      return sessions.has(session) ? { id: 'web:ana', name: 'Ana', groups: ['web:secretariat'] } : undefined;
    },
    signOut: async (session) => void sessions.delete(session),
  };
}
