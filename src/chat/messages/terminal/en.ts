/** What the conversation in a terminal says around replies. */
export const terminal = {
  instructions: 'Type a question, or the number of a suggestion. /help · /lang en|es|fr · /quit',
  languageSet:
    'From now on I write to you in English. Questions in another language that I write are answered in that language.',
  goodbye: 'Goodbye.',
  formKeys:
    'Answer field by field. An empty line keeps what stands in brackets, a single - empties it; /cancel leaves.',
  formProblems: 'Only what needs your attention is asked for again; everything else is kept.',
  textKeys: 'Several lines; a line with a single dot (.) ends the text.',
  choiceKeys: 'Type a number.',
  choicesKeys: 'Type numbers, separated by commas.',
  switchKeys: 'Type yes or no.',
  yes: 'yes',
  no: 'no',
  required: 'required',
  notAChoice: (value: string, count: number) => `“${value}” is none of these. Please type a number from 1 to ${count}.`,
  notYesOrNo: (value: string) => `“${value}” is neither yes nor no. Please type one of the two.`,
  cancelled: 'Left. Nothing was sent.',
  formElsewhere:
    'This needs a person at the keyboard. Without one, write the announcement in a markdown file and run: npm run announce -- file.md',
  fileKeys: 'Type the path of a file.',
  fileKept: 'the file that was read',
  fileMissing: (path: string) =>
    `There is no file “${path}”. Please check the path; it is read from the folder in which the program runs.`,
  fileUnreadable: (path: string) =>
    `The file “${path}” cannot be read. It must be a text of 1 MB at most, in UTF-8, that you may read.`,
  moreChannels: (count: number) => `and ${count} more`,
};

export type TerminalMessages = typeof terminal;
