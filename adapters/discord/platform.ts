/** How this platform's people and channels begin: `discord:…`. */
export const platform = 'discord';
