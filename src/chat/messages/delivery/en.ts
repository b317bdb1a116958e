/** What stands in the channels besides what authors write: labels of an event, notices, reminders. */
const posted = {
  onlyIn: (languageName: string) => `This announcement is available only in ${languageName}.`,
  reminder: {
    '7d': (title: string) => `Reminder (in one week): ${title}`,
    '1d': (title: string) => `Reminder (tomorrow): ${title}`,
    '1h': (title: string) => `Reminder (in one hour): ${title}`,
  },
  cancelled: (title: string) => `Cancelled: ${title}`,
  changed: (title: string) => `Changed: ${title}`,
  reinstated: (title: string) => `Takes place after all: ${title}`,
  /** What those who read an earlier announcement of the event are told; below it stands what is right now. */
  update: {
    cancelled: 'This event does not take place.',
    reinstated: 'This event had been cancelled. It takes place after all.',
    time: (before: string) => `It takes place at another time. So far it was planned for: ${before}.`,
    place: (before: string) => `It takes place elsewhere. So far it was planned for: ${before}.`,
    placeKnown: 'It is known now where it takes place.',
  },
  when: 'When',
  whenCancelled: 'When (cancelled)',
  where: 'Where',
  link: 'Link',
  line: (label: string, value: string) => `${label}: ${value}`,
  clock: (hour: string, minute: string) => `${hour}:${minute}`,
  /** Between two times of one day; between two days there are spaces around it. */
  until: '–',
};

/** What is wrong with an announcement that somebody wrote, and what to do about it. */
const problems = {
  noText: 'There is no text yet. Please write a title and a text in at least one language: English, Spanish or French.',
  noTitle: (language: string) => `The text in ${language} has no title. Please write one, or empty the text.`,
  noBody: (language: string) => `The title in ${language} has no text. Please write one, or empty the title.`,
  tooLong: (length: number, limit: number) =>
    `This has ${length} characters and may have ${limit}. Please shorten it by ${length - limit}.`,
  unknownTextLanguage: (language: string) =>
    `“${language}” is not a language of announcements. Please write English (en), Spanish (es) or French (fr).`,
  unknownField: (name: string, known: string) => `There is no field “${name}”. The fields are: ${known}.`,
  noAudience: (known: string) => `Please say who is to get the announcement, one of these audiences: ${known}.`,
  unknownAudience: (value: string, known: string) =>
    `There is no audience “${value}”. Please take one of these, the most similar name first: ${known}.`,
  noAudiences: 'There is no audience yet. Please have one made with the command “audience”, then try again.',
  unknownZone: (value: string, similar: string) =>
    `“${value}” is not a time zone. Please write its name with region and city${similar === '' ? ', such as Europe/Madrid' : `; perhaps you mean ${similar}`}.`,
  unreadableTime: (value: string) =>
    `I cannot read “${value}” as a date and time. Please write it like “2027-10-07 10:00” or “tomorrow at 18:00”.`,
  noHour: (value: string) => `“${value}” names no hour. Please add one, such as “${value} 10:00”.`,
  wrongWeekday: (value: string, day: string) =>
    `In “${value}” the day of the week does not go with the date: that day is ${day}. Please correct one of them.`,
  ambiguousDate: (value: string, first: string, second: string) =>
    `In “${value}” either figure can be the month. Please write “${first}” or “${second}”.`,
  skipped: (value: string, zone: string, first: string, second: string) =>
    `The time “${value}” does not exist in the time zone ${zone}: the clocks go forward and skip it. Please write “${first}” or “${second}”.`,
  repeated: (value: string, zone: string, first: string, second: string) =>
    `The time “${value}” comes twice in the time zone ${zone}: the clocks go back and repeat it. Please write “${first}” for the first time or “${second}” for the second.`,
  publishInPast: (moment: string) =>
    `This is in the past: ${moment}. Please choose a later time, or leave the field empty to post as soon as it is confirmed.`,
  publishAfterEvent: (moment: string) =>
    `The event will be over by then. Its end: ${moment}. Please choose an earlier time for the announcement.`,
  eventInPast: (moment: string) => `This is in the past: ${moment}. Please correct the date of the event.`,
  endBeforeStart: (start: string) =>
    `The end is not after the start. The start: ${start}. Please correct one of the two, or leave the end empty.`,
  noStart: 'This belongs to an event, and the event has no start. Please write when it starts, or empty this field.',
  linkNotHttps: (value: string) =>
    `“${value}” is not an address that I can link to. Please write one that begins with https://.`,
  unknownReminder: (value: string, known: string) =>
    `“${value}” is not a reminder. Please choose among ${known} (7 days, 1 day, 1 hour before the event).`,
  reminderWithoutEvent:
    'There can be reminders only of an event. Please write when it starts, or remove the reminders.',
  reminderTooLate: (reminder: string, possible: string) =>
    `The reminder ${reminder} would come before the announcement itself. ${possible === '' ? 'It is too late for any reminder: please remove it.' : `Still possible: ${possible}.`}`,
  cancelledWithoutEvent:
    'Only an event can be cancelled, and there is none here. Please write when it was to start, or empty this field.',
  notYesOrNo: (value: string) => `“${value}” is neither true nor false. Please write one of the two.`,
  unknownMissing: (value: string, possible: string) =>
    `“${value}” says nothing about channels in a language without a text. Please write one of these: ${possible} (“hold” posts nothing there).`,
  file: {
    tooLarge: (bytes: number, limit: number) =>
      `The file has ${bytes} bytes and may have ${limit}. Please send the announcement alone, without pictures.`,
    binary: 'This is not a text file, or not one in the encoding UTF-8. Please save the announcement as text in UTF-8.',
    noFrontMatter:
      'The file does not begin with its particulars. Please write a line “---”, then such as “audience: all”, then a line “---” again.',
    noEnd:
      'The particulars at the beginning of the file have no end. Please write a line “---” after the last of them.',
    anotherFormat: (format: string) =>
      `The particulars are marked as “${format}”, and I read only YAML and run nothing. Please write “---” alone on the first line.`,
    notYaml: (reason: string) =>
      `This line of the particulars cannot be read (${reason}). Please correct it; a text that holds “: ” goes in quotes.`,
    notPairs: 'The particulars are not names with values. Please write lines such as “audience: all”.',
    unknownKey: (key: string, known: string) => `There is no “${key}” among the particulars. I know: ${known}.`,
    notText: (key: string) =>
      `“${key}” needs a single value, such as a word or a date. Please write it after the colon.`,
    notEvent: 'The event needs lines of its own below it, indented: start, end, place, link, cancelled.',
    notList: {
      reminders: 'The reminders are not a list. Please write them like this: [7d, 1d].',
      topics: 'The topics are not a list. Please write them like this: [climate, housing].',
    },
    textBeforeHeading:
      'This text belongs to no language. Please write a heading above it, such as “# en: General Assembly 2027”.',
    headingWithoutLanguage: (heading: string) =>
      `The heading “${heading}” names no language. Please write “# en: …”, “# es: …” or “# fr: …”; headings within a text begin with “##”.`,
    unknownLanguage: (language: string) =>
      `“${language}” is not a language of announcements. Please write “# en: …”, “# es: …” or “# fr: …”.`,
    languageTwice: (language: string, line: number) =>
      `There is a text in ${language} already, on line ${line}. Please keep one of the two.`,
  },
};

/** What is said of an announcement on its way. */
export const delivery = { posted, problems };

export type DeliveryMessages = typeof delivery;
