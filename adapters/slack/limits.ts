/**
 * What Slack takes, and what the room keeps to. Lengths are in characters. Sources: the Block Kit reference and the
 * types of @slack/types 3.1; `blocksJson` after github.com/slackapi/bolt-js issues 2509 and 2867, where messages above
 * about 13,000 characters of blocks were refused; `text` is the limit of chat.update, so that every message can be
 * edited.
 */
export const limits = {
  text: 3_900,
  blocksJson: 12_000,
  blocksPerMessage: 50,
  headerLength: 150,
  buttonLabel: 75,
  buttonValue: 2_000,
  buttonsPerRow: 5,
  listIndent: 8,
  urlLength: 3_000,
  viewBlocks: 100,
  viewTitle: 24,
  viewMetadata: 3_000,
  inputLabel: 2_000,
  inputHint: 2_000,
  inputValue: 3_000,
  /** In as many fields a long text stands: 24,000 characters, of which the core allows 20,000. */
  textParts: 8,
  options: 100,
  checkboxes: 10,
  optionText: 75,
  optionValue: 150,
  prompts: 4,
  /** How often the address for answering an interaction may be used, within 30 minutes. */
  responses: 5,
  /** Slack wants every event acknowledged in 3 seconds. */
  ackMs: 2_500,
  /** How long what became of a form is waited for, before the form asks for a moment. */
  formMs: 2_000,
  requestMs: 10_000,
  bodyBytes: 1024 * 1024,
  /** As many channels are named above a preview; the others are counted. */
  namedChannels: 30,
  /** A narrower table is shown with its columns side by side. */
  tableWidth: 60,
  /** How long replies under way may take when the room closes, and the closing itself. */
  finishMs: 6_000,
  closeMs: 2_000,
  silentMs: 5 * 60_000,
} as const;
