import type { RoomMessages } from './en.ts';

export const room: RoomMessages = {};
