/** How this platform's people and channels begin: `discord:…`. */
export const platform = 'discord';

/** How the calendars of its servers begin: `discord-calendar:…` and the server's number. */
export const calendarPlatform = 'discord-calendar';
