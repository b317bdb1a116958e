import { describe, expect, test } from 'vitest';
import { readQuestion } from '../../src/answers/answer-question.ts';
import { confidence, judgeFeatureNames, judgeFeatures, thresholds, verdict } from '../../src/answers/judge.ts';
import { openedAssociation } from '../retrieval/association-knowledge.ts';

async function read(question: string) {
  const { retriever } = await openedAssociation();
  return readQuestion(retriever, question).reading;
}

async function featuresOf(question: string) {
  const { query, hits, quotes } = await read(question);
  const [first, ...others] = hits;
  if (first === undefined) throw new Error(`"${question}" finds nothing`);
  return judgeFeatures(query, [first, ...others], quotes);
}

const held = 'How many people attended the congress in Seoul in 2025?';

describe('judgeFeatures()', () => {
  test.each([
    held,
    'Who is the treasurer?',
    'Who is the treasurer of Manchester?',
    'the tree in the 1990 dragon project',
  ])('judgeFeatures() gives only values from 0 to about 1 for "%s"', async (question) => {
    const features = await featuresOf(question);
    expect(judgeFeatureNames.filter((name) => !(features[name] >= 0 && features[name] <= 1.01))).toEqual([]);
  });

  test('judgeFeatures() sees that all is held and of the kind that is asked for', async () => {
    expect(await featuresOf(held)).toMatchObject({ names: 1, unknown: 0, kind: 1, kindLacking: 0 });
  });

  test('judgeFeatures() sees a name that is not there', async () => {
    const [without, beside] = [
      await featuresOf('Who is the treasurer of Manchester?'),
      await featuresOf('Who is the treasurer?'),
    ];
    expect(without.names).toBeLessThan(beside.names);
    expect(without.unknown).toBeGreaterThan(beside.unknown);
    expect(without.missing).toBeGreaterThan(beside.missing);
  });

  test('judgeFeatures() sees that the kind of thing that is asked for is not quoted', async () => {
    expect(await featuresOf('Who is the winner of the water prize?')).toMatchObject({ kind: 0, kindLacking: 1 });
  });

  test('judgeFeatures() sees how far the nearest section is ahead', async () => {
    const [alone, one] = [
      await featuresOf('Is Quito the winner of the water prize?'),
      await featuresOf('winner of the prize'),
    ];
    expect(alone.margin).toBeGreaterThan(one.margin);
    // Those that are quoted too are no rivals.
    expect(one.lead).toBeGreaterThanOrEqual(one.margin);
  });
});

describe('confidence()', () => {
  test.each(['soft', 'sentence', 'unit', 'names', 'margin', 'lead', 'kind'] as const)(
    'confidence() is a probability and never falls when there is more of %s',
    async (name) => {
      const features = await featuresOf(held);
      const [low, high] = [0, 1].map((value) => confidence({ ...features, [name]: value }));
      expect(low).toBeGreaterThan(0);
      expect(high).toBeLessThan(1);
      expect(high).toBeGreaterThanOrEqual(low ?? 1);
    },
  );

  test('confidence() is higher when the section holds what the question says than when it does not', async () => {
    expect(confidence(await featuresOf(held))).toBeGreaterThan(
      confidence(await featuresOf('How many people attended the congress in Lima in 2025?')),
    );
  });
});

describe('verdict()', () => {
  test('verdict() answers only when it is probable and there is no doubt', () => {
    expect(verdict(thresholds.answered, false)).toBe('answered');
    expect(verdict(1, false)).toBe('answered');
    expect(verdict(1, true)).toBe('suggested');
    expect(verdict(thresholds.answered - 0.01, false)).toBe('suggested');
  });

  test('verdict() abstains when nothing comes near', () => {
    expect(verdict(thresholds.suggested, false)).toBe('suggested');
    expect(verdict(thresholds.suggested - 0.01, false)).toBe('abstained');
    expect(verdict(0, true)).toBe('abstained');
  });

  test('verdict() asks for more to answer than to suggest', () => {
    expect(thresholds.answered).toBeGreaterThan(thresholds.suggested);
  });
});
