/** What the buttons, views and hints of chat platforms say. */
export const room = {
  /** Name of the command on a message; at most 32 characters. */
  askAbout: 'Ask about this',
  noText: 'There is no text in this message that I could look for.',
  privateOption: 'Whether only you see the answer',
  /** Names under which commands and their options are offered; small letters, no spaces. */
  commandNames: {
    ask: 'ask',
    read: 'read',
    help: 'help',
    announce: 'announce',
    announcements: 'announcements',
    audience: 'audience',
    channel: 'channel',
    import: 'import',
    gaps: 'gaps',
  },
  optionNames: {
    question: 'question',
    language: 'language',
    private: 'private',
    section: 'section',
    file: 'file',
    action: 'action',
    name: 'name',
    channel: 'channel',
    audience: 'audience',
    topics: 'topics',
  },
  formExpired:
    'I no longer have this form. What you had written still stands in my message; please give the command again.',
  formIntroduction: 'Please fill in the form, one part after the other, in any order; then send it.',
  formEmpty: 'still empty',
  yes: 'yes',
  no: 'no',
  formPart: (part: number, fields: string) => `${part}. ${fields}`,
  required: 'required',
  fileTooLarge: (name: string, bytes: number, limit: number) =>
    `The file “${name}” has ${bytes} bytes; I take up to ${limit}. Please attach a shorter one.`,
  fileUnreadable: (name: string) => `I could not get the file “${name}” from the platform. Please attach it again.`,
  fileNotText: (name: string) =>
    `The file “${name}” is not a text in UTF-8. Please save it as plain text in UTF-8 and attach it again.`,
  fileKept: (name: string) => `The file “${name}” will be used, unless you choose another one here.`,
  followHint: 'To go on here, please reply to my message or mention me: I cannot read other messages.',
  partLost: 'A part of this reply may not have reached you. Please ask again if something is missing.',
  reportSent: 'I have sent the report to you as a direct message and keep it up to date there.',
  reportNotSent:
    'I could not send you a direct message, so this report does not change any more. The command for announcements shows the newest state.',
  stillWorking: 'I could not finish this in time. Please try again in a moment.',
  helpful: 'Helpful',
  notHelpful: 'Not helpful',
  addComment: 'Add a comment',
  commentTitle: 'Your comment',
  commentLabel: 'What was missing, or wrong?',
  commentHint: 'The secretariat reads it, to improve what I know.',
  send: 'Send',
  cancel: 'Cancel',
  close: 'Close',
  share: 'Share in the channel',
  sharedBy: (name: string) => `Shared by ${name}`,
  cannotShare: 'I cannot write in this channel. Please invite me to it, or copy the answer.',
  noLongerThere: 'This button is too old for me to know what it belongs to. Please ask again.',
  moment: 'One moment, please…',
  sentPrivately: 'I have answered you in our direct conversation.',
  openForm: 'Open the form',
  formWaits: 'The form is ready. It could not open by itself; please use the button.',
  formReceived: 'Received. You will find the result in our direct conversation.',
  tooLongForForm: (label: string, length: number, limit: number) =>
    `${label}: this text has ${length} characters, and the form holds ${limit}. It stays as it is; to change it, please use the web page or a file.`,
  /** On a button below a field that holds a part of a long text; with the label at most 75 characters. */
  moreRoom: (label: string) => `More room for “${label}”`,
  goesOn: 'Goes on from the field above.',
  yourTime: 'In your time zone:',
  /** Stands for the place of an event that names none. */
  seeDescription: 'See description',
  /** What stands for the calendar of the server in which it is typed. */
  calendarWord: 'calendar',
  serverCalendar: (server: string) => `Calendar of ${server}`,
  everyoneNotified: 'Everybody in the channel is notified.',
  previewOf: (platform: string, language: string, channels: string) => `${platform}, ${language}: ${channels}`,
  restElsewhere: 'This does not all fit into one message. The web page shows the whole.',
  homeTitle: 'Metropolis assistant',
  homeHow: 'Write to me in the tab “Messages”, mention me in a channel, or use the command /ask.',
  promptsTitle: 'What would you like to know?',
};

export type RoomMessages = typeof room;
