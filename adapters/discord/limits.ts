/** What Discord takes, from its reference and OpenAPI description, and what this room allows itself. Lengths in characters. */
export const limits = {
  /** All text displays of a message together (Components V2). */
  text: 4000,
  /** How much of it a part of a reply fills; the rest is left for what a part has to add. */
  part: 3800,
  /** Components of a message, nested ones included. */
  components: 40,
  buttonsPerRow: 5,
  buttonLabel: 80,
  customId: 100,
  nonce: 25,
  modalTitle: 45,
  modalFields: 5,
  label: 45,
  labelDescription: 100,
  textInput: 4000,
  selectOptions: 25,
  selectOption: 100,
  autocompleteChoices: 25,
  choice: 100,
  commandDescription: 100,
  commandOptions: 25,
  threadName: 100,
  /** Scheduled events. */
  eventName: 100,
  eventDescription: 1000,
  eventLocation: 100,
  /** Characters of all names, descriptions and values of one command; its longest localisation counts. */
  commandCharacters: 8000,
  /** Posts a second in all; Discord allows 50 requests a second, and a post may need two. */
  postsPerSecond: 20,
  /** Scheduled events a second in all; a change needs two requests, which count beside those of posts. */
  eventsPerSecond: 5,
  /** How long an answer of Discord is waited for. */
  requestMs: 10_000,
  /** How long the first answer to an interaction is waited for: Discord takes it within 3 seconds. */
  callbackMs: 1200,
  /** How long a reply that may be a form is waited for: forms have to be shown within 3 seconds. */
  formMs: 2000,
  /** How long a person's roles are waited for, which a command in a direct conversation needs before its first answer. */
  rolesMs: 800,
  /** How many messages of a page of history, and how many pages are looked through for a message of ours. */
  historyPage: 100,
  historyPages: 10,
  /** How far back in a channel a message of ours is looked for: the dispatcher gives up after a day. */
  historyMs: 25 * 60 * 60 * 1000,
  /** How often a reply is tried, and how long it waits at first; it doubles. */
  replyTries: 4,
  replyWaitMs: 300,
  /** The longest that a reply waits because Discord throttles. */
  replyThrottleMs: 60_000,
  /** The longest that passing a post on waits in between tries. */
  passOnWaitMs: 5000,
  /** As many buttons and forms with more than fits on them are remembered; the oldest are forgotten. */
  remembered: 2000,
  /** Characters of all forms that are remembered: files with many events are long. */
  rememberedCharacters: 10_000_000,
  /** How long Discord may take until it has told of all servers. */
  readyMs: 30_000,
  /** How long replies under way may take to end when the room closes. */
  closeMs: 8000,
} as const;
