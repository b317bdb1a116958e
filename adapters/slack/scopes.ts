/** What the app may do, and what for; the least that everything works with. */
export const botScopes = {
  'app_mentions:read': 'to hear when somebody mentions it',
  'assistant:write': 'to suggest questions in the conversation with it',
  'channels:history': 'to hear follow-up questions in threads of public channels, and to find its own posts again',
  'channels:read': 'to see whether it may post in a public channel',
  'chat:write': 'to answer and to announce',
  commands: 'to be asked with commands',
  'files:read': 'to read the calendar files that the secretariat gives it',
  'files:write': 'to put the calendar file of an event below its announcement',
  'groups:history': 'to hear follow-up questions in private channels, and to find its own posts again',
  'groups:read': 'to see whether it may post in a private channel',
  'im:history': 'to be asked in direct conversations',
  'im:write': 'to send reports to whoever announces',
  'usergroups:read': 'to give rights to user groups',
  'users:read': 'to speak each person’s language and to know their time zone',
} as const;
