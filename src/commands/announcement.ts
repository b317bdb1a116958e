import { messagesIn } from '../chat/messages.ts';
import { refuseMember, say, toList, unknownAnnouncement } from './announcing/access.ts';
import { again } from './announcing/again.ts';
import { callOff } from './announcing/call-off.ts';
import { confirm } from './announcing/confirm.ts';
import { discard } from './announcing/discard.ts';
import { showPreview, showReport } from './announcing/show.ts';
import { takeBack } from './announcing/take-back.ts';
import type { CommandContext, CommandDefinition, CommandResult } from './command.ts';

const actions = [
  'show',
  'preview',
  'confirm',
  'cancel',
  'discard',
  'retract',
  'callOff',
  'reinstate',
  'retry',
  'release',
] as const;

type Action = (typeof actions)[number];

/** What buttons do with an announcement; who may do it is asked anew each time. */
export const announcement: CommandDefinition = {
  spec: {
    name: 'announcement',
    hidden: true,
    description: {
      en: 'Do something with one announcement.',
      es: 'Haga algo con un anuncio.',
      fr: 'Agir sur une annonce.',
    },
    options: [
      option('action', true, { en: 'What to do', es: 'Qué hacer', fr: 'Ce qu’il faut faire' }),
      option('id', true, { en: 'The announcement', es: 'El anuncio', fr: 'L’annonce' }),
      option('revision', false, { en: 'The revision', es: 'La revisión', fr: 'La révision' }),
      option('digest', false, { en: 'What was previewed', es: 'Lo que se ha visto', fr: 'Ce qui a été vu' }),
      option('sure', false, { en: 'How many channels', es: 'Cuántos canales', fr: 'Combien de canaux' }),
    ],
  },
  run: async (context, options) => {
    const { id = '', action = '' } = options;
    const known = actions.find((candidate) => candidate === action);
    if (known === undefined) return unknownAction(context, action);
    if (known === 'show') return show(context, id);
    return (await refuseMember(context, known, id)) ?? act(context, known, id, options);
  },
};

function option(name: string, required: boolean, description: { en: string; es: string; fr: string }) {
  return { name, required, description };
}

function unknownAction(context: CommandContext, action: string): CommandResult {
  const { announcing } = messagesIn(context.language);
  return say(context, announcing.unknownAction(action.slice(0, 40), actions.join(', ')), [toList(context)]);
}

/** Authors see where their own announcements are, also when they have left the secretariat. */
async function show(context: CommandContext, id: string): Promise<CommandResult> {
  const found = await context.store.announcements.get(id);
  if (found?.author !== context.person.id) {
    const refusal = await refuseMember(context, 'show', id);
    if (refusal !== undefined) return refusal;
  }
  return found === undefined ? unknownAnnouncement(context, id) : showReport(context, found);
}

async function act(
  context: CommandContext,
  action: Exclude<Action, 'show'>,
  id: string,
  options: Readonly<Record<string, string>>,
): Promise<CommandResult> {
  switch (action) {
    case 'preview': {
      const found = await context.store.announcements.get(id);
      return found === undefined ? unknownAnnouncement(context, id) : showPreview(context, found);
    }
    case 'confirm':
      return confirm(context, id, options);
    case 'cancel':
    case 'retract':
      return takeBack(context, id, action, options['sure'] !== undefined);
    case 'callOff':
    case 'reinstate':
      return callOff(context, id, action);
    case 'discard':
      return discard(context, id);
    case 'retry':
    case 'release':
      return again(context, id, action);
  }
}
