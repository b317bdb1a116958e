import { describe, expect, test } from 'vitest';
import { figuresIn } from '../../../src/knowledge/rules/numbers.ts';

describe('figuresIn()', () => {
  test.each([
    ['en', '1,400 people, 35.3%, the 14th of 12–15 June 2023', [1400, 35.3, 14, 12, 15, 2023]],
    ['es', '1.400 personas, 35,3 %, el 14.º del 12 al 15 de junio de 2023', [1400, 35.3, 14, 12, 15, 2023]],
    ['fr', '1\u202f400 personnes, 35,3\u00a0%, le 14e du 12 au 15 juin 2023', [1400, 35.3, 14, 12, 15, 2023]],
    ['en', '4,773,000 and 4.773 million and 0.125', [4_773_000, 4_773_000, 0.125]],
    ['es', '750 mil y +750k', [750_000, 750_000]],
    ['en', 'U20, LA1 and CO2 have none, 5R has one', [5]],
    ['es', 'del siglo XIX al siglo XXI', [19, 21]],
  ] as const)('figuresIn() reads %s: %s', (language, text, figures) => {
    expect(figuresIn(text, language)).toEqual(figures);
  });
});
