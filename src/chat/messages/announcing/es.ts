import type { AnnouncingMessages } from './en.ts';

export const announcing: AnnouncingMessages = {};
