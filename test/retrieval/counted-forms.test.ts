import { describe, expect, test } from 'vitest';
import { countedForm } from '../../src/retrieval/counted-forms.ts';

describe('countedForm()', () => {
  test.each([
    ['how many people came', '250 people came', true],
    ['how many people came', 'the attendance was of 250 young participants', true],
    ['cuanta gente vino', 'vinieron 250 asistentes', true],
    ['combien de gens sont venus', '250 personnes sont venues', true],
    ['quantas pessoas vieram', 'hubo 250 participantes', true],
    ['how many people came', 'people came to the 12 harbours', false],
    ['how many people came', 'the 11th concert, of 2014', false],
    ['cuantos dias duro', 'duro 3 dias', true],
    ['cuantos dias duro', 'hubo 3 barcos', false],
    ['what percentage of ships is blue', '35.3% of the ships are blue', true],
    ['quel pourcentage des bateaux est bleu', 'il y a 35 bateaux bleus', false],
    ['how many kilometres of rail are there', 'there are 600 km of rail', true],
    ['how many hours does it last', 'it lasts two hours', true],
    ['how many people came', '90% of the people came', false],
    ['combien de gens vivent ici', 'plus de 1 million d’habitants', true],
    ['how many residents has it', '12 residents', true],
    ['cuantos habitantes tiene', 'tiene 4 barcos', false],
    ['how far is the harbour', 'the harbour is 800 metres away', true],
    ['how far is the harbour', 'there are 4 harbours', false],
  ])('countedForm() of "%s" is in "%s": %j', (question, text, expected) => {
    expect(countedForm(question)?.test(text)).toBe(expected);
  });

  test.each(['how many ships came', 'cuantos barcos vinieron', 'who are the people', 'combien de navires'])(
    'countedForm() leaves "%s" to what the glossary knows',
    (question) => {
      expect(countedForm(question)).toBeUndefined();
    },
  );
});
