import { expect, it } from 'vitest';
import { platformOf } from '../../src/chat/destination.ts';

it.each([
  ['web:news', 'web'],
  ['web:news/thread:1', 'web'],
  ['chat:T1:C2', 'chat'],
])('platformOf() of %s is %s', (destination, platform) => {
  expect(platformOf(destination)).toBe(platform);
});
