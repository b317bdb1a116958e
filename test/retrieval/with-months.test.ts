import { describe, expect, test } from 'vitest';
import { withMonths } from '../../src/retrieval/with-months.ts';

describe('withMonths()', () => {
  test.each([
    ['What happened on 20.02.2025?', 'en', 'What happened on 20 February 2025?'],
    ['¿Qué pasó el 7/10/2023?', 'es', '¿Qué pasó el 7 octubre 2023?'],
    ['le 02-06-2021', 'fr', 'le 2 juin 2021'],
    ['on 10/27/2023', 'en', 'on 27 October 2023'],
    ['on 2023-10-07', 'en', 'on 7 October 2023'],
    ['on 31.13.2023', 'en', 'on 31.13.2023'],
    ['on 0.10.2023', 'en', 'on 0.10.2023'],
    ['version 1.2.20251', 'en', 'version 1.2.20251'],
    ['3-30-300 and 2018-2020', 'en', '3-30-300 and 2018-2020'],
  ] as const)('withMonths() writes "%s" in %s as "%s"', (text, language, expected) => {
    expect(withMonths(text, language)).toBe(expected);
  });
});
