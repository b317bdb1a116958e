/** What the commands for announcements and audiences say. */
export const announcing = {};

export type AnnouncingMessages = typeof announcing;
