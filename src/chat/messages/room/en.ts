/** What the buttons, views and hints of chat platforms say. */
export const room = {};

export type RoomMessages = typeof room;
