/** The present instant in milliseconds since 1970 (UTC); an argument everywhere, so that tests decide what time it is. */
export type Clock = () => number;

export const systemClock: Clock = () => Date.now();
