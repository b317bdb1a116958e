import type { CommandSpec } from '../../src/chat/command-spec.ts';
import { messagesIn } from '../../src/chat/messages.ts';
import { askAboutCallback } from './listeners.ts';
import { limits } from './limits.ts';
import { botScopes } from './scopes.ts';
import { shortened } from './text.ts';

/** Slack has one description for everybody; commands of the secretariat say so. */
const forSecretariat = ' (secretariat)';

/** Longest description of a command that Slack shows without cutting it, and of a hint on its options. */
const descriptionLength = 140;

/**
 * What Slack has to know of the app, for “Create an app from a manifest”: the file `manifest.json` beside this one is
 * made of the catalogue of commands by this function. Socket Mode needs no address; with `publicUrl` it is for HTTP.
 */
export function slackManifest(commands: readonly CommandSpec[], publicUrl?: string) {
  const { help, sampleQuestions, room } = messagesIn('en');
  const requestUrl = publicUrl === undefined ? undefined : `${publicUrl.replace(/\/$/, '')}/slack/events`;
  return {
    _metadata: { major_version: 1, minor_version: 1 },
    display_information: {
      name: 'Metropolis assistant',
      description: 'Answers questions about Metropolis with the source, and announces events.',
      long_description: help,
      background_color: '#1a3c5e',
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: 'Metropolis assistant', always_online: true },
      agent_view: {
        agent_description: 'Answers questions about Metropolis from its own documents and names the source.',
        suggested_prompts: sampleQuestions.slice(0, limits.prompts).map((question) => ({
          title: shortened(question, limits.buttonLabel),
          message: question,
        })),
      },
      shortcuts: [
        {
          name: 'Ask about this message',
          type: 'message',
          callback_id: askAboutCallback,
          description: room.promptsTitle,
        },
      ],
      slash_commands: commands.filter(({ hidden }) => hidden !== true).map((spec) => toSlashCommand(spec, requestUrl)),
    },
    oauth_config: { scopes: { bot: Object.keys(botScopes) } },
    settings: {
      event_subscriptions: {
        ...(requestUrl === undefined ? {} : { request_url: requestUrl }),
        bot_events: ['app_home_opened', 'app_mention', 'message.channels', 'message.groups', 'message.im'],
      },
      interactivity: { is_enabled: true, ...(requestUrl === undefined ? {} : { request_url: requestUrl }) },
      org_deploy_enabled: false,
      socket_mode_enabled: requestUrl === undefined,
      token_rotation_enabled: false,
    },
  };
}

function toSlashCommand({ name, description, options, role }: CommandSpec, url: string | undefined) {
  const mark = role === undefined ? '' : forSecretariat;
  // All that stands after /ask is the question; a file cannot be given in a line, who has one pastes it.
  const hint = options
    .filter((option) => option.name !== 'file' && (name !== 'ask' || option.required))
    .map((option) => (option.required ? `<${option.name}>` : `[${option.name}]`))
    .join(' ');
  return {
    command: `/${name}`,
    ...(url === undefined ? {} : { url }),
    description: shortened(description.en, descriptionLength - mark.length) + mark,
    ...(hint === '' ? {} : { usage_hint: hint }),
    should_escape: true,
  };
}
