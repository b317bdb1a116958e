import type { Language } from '../../../language.ts';
import { counter } from '../counter.ts';

const names: Readonly<Record<Language, string>> = { en: 'English', es: 'Spanish', fr: 'French' };
const channels = counter('en', 'channel', 'channels');

/** What the commands for audiences and channels say. */
export const audience = {
  listTitle: 'Audiences',
  none: 'There is no audience yet. An audience is a named group of channels, such as “members-es”; announcements are sent to audiences.',
  line: (count: number, languages: string) => (count === 0 ? 'no channels' : `${channels(count)} (${languages})`),
  open: (name: string) => `Show ${name}`,
  addTo: (name: string) => `Add a channel to ${name}`,
  addAny: 'Add a channel',
  showTitle: (name: string) => `Audience ${name}`,
  empty: 'This audience has no channels: nothing would be posted.',
  inLanguage: (language: Language) => names[language],
  topics: (topics: string) => `topics: ${topics}`,
  more: (count: number) => `… and ${channels(count)} more.`,
  refused: 'the platform refused the last post here',
  crossposting: (on: boolean): string =>
    on
      ? 'Posts in announcement channels are passed on to the servers that follow them.'
      : 'Posts in announcement channels are not passed on to the servers that follow them.',
  crosspostSet: (name: string, on: boolean) =>
    on
      ? `From now on, posts to ${name} in announcement channels are passed on to the servers that follow them.`
      : `From now on, posts to ${name} in announcement channels stay in those channels.`,
  crosspostButton: (on: boolean): string => (on ? 'Pass posts on to followers' : 'Do not pass posts on to followers'),
  nameMissing: (known: string) => `Please say which audience. There are: ${known}.`,
  nameEmpty: 'Please give the audience a name, such as “members-es”.',
  nameWrong: (name: string) =>
    `“${name}” cannot be the name of an audience: it may have small letters (a–z), digits and hyphens, at most 40. Try “members-es”, for instance.`,
  unknown: (name: string, known: string) => `There is no audience “${name}”. There are: ${known}.`,
  noneKnown: 'none yet',
  channelMissing: 'Please give the channel, as platform:channel.',
  channelWrong: (value: string, platforms: string) =>
    `“${value}” is not the address of a channel. It has the form platform:channel, where the platform is one of: ${platforms}.`,
  platformUnknown: (platform: string, platforms: string) =>
    `The platform “${platform}” is not connected. Connected are: ${platforms}.`,
  languageMissing: 'Please choose the language in which the channel reads.',
  topicsWrong: (value: string) =>
    `“${value}” cannot be a topic: a topic has at most 40 characters. Topics are separated by commas.`,
  crosspostMissing: 'Please say whether posts are passed on: crosspost true or crosspost false.',
  added: (channel: string, name: string, language: Language) =>
    `${channel} now belongs to ${name} and reads in ${names[language]}.`,
  changed: (channel: string, name: string, language: Language) =>
    `${channel} belonged to ${name} already; it now reads in ${names[language]}.`,
  removed: (channel: string, name: string) =>
    `${channel} no longer belongs to ${name}. What has been posted there remains.`,
  notIn: (channel: string, name: string) => `${channel} does not belong to ${name}; nothing was changed.`,
  removeButton: (channel: string) => `Remove ${channel}`,
  removeAllButton: (name: string, count: number) => `Yes, delete ${name} with ${channels(count)}`,
  removeAll: (name: string, count: number) =>
    `This would delete the audience ${name} with ${channels(count)}. What has been posted remains; drafts for ${name} will need another audience.`,
  deleted: (name: string) => `The audience ${name} is deleted.`,
  warning: {
    notInChannel: 'The assistant is not in this channel: invite it there, otherwise nothing can be posted.',
    noSuchChannel:
      'The assistant cannot see this channel. The address may be mistyped, or the channel is private: then invite the assistant there.',
    archived: 'This channel is archived: nothing can be posted there.',
    noPermission: 'The assistant may not post in this channel: give it the permission to send messages there.',
    noEvents: 'The assistant may not make events on this calendar: give it the permission to create events there.',
    other: 'Nothing can be posted in this channel at the moment; the preview of an announcement checks it again.',
    unchecked:
      'Whether the assistant can post there could not be checked just now; the preview of an announcement checks it again.',
  },
  formTitle: 'Add a channel to an audience',
  formSubmit: 'Add',
  formIntro: 'Please fill in where announcements to this audience go. Nothing is posted.',
  formProblems: 'Something has to be put right; what you wrote is kept.',
  field: { name: 'Audience', channel: 'Channel', language: 'Language', topics: 'Topics' },
  nameHint: 'An audience that exists or a new one: small letters, digits and hyphens, such as members-es.',
  channelHint: (platforms: string) => `The form is platform:channel; connected are: ${platforms}.`,
  languageHint: 'Announcements are posted there in this language.',
  topicsHint: 'Only if the channel does not want everything; separated by commas.',
  channelLanguage: (channel: string, language: Language) =>
    `In ${channel} I speak ${names[language]} where a person’s own language cannot be told.`,
  channelNoLanguage: (channel: string) =>
    `${channel} has no language of its own: I speak English where a person’s own language cannot be told.`,
  channelNeeded: 'Please say which channel (platform:channel), or give this command in the channel.',
};

export type AudienceMessages = typeof audience;
