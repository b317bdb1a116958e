import { fileURLToPath } from 'node:url';
import { loadKnowledge } from '../../../src/knowledge/load.ts';
import { readQuestions } from '../question-file.ts';
import { generateQuestions, generateSections } from './generated-corpus.ts';
import { measureSize } from './measure-size.ts';

// Arguments: the folder of the knowledge or a number of generated sections; how many questions; rounds; seed.
const [source = '', questionCount = '', rounds = '', seed = ''] = process.argv.slice(2);
/** Real questions for the real knowledge. */
const questionsFile = fileURLToPath(new URL('../development.tsv', import.meta.url));

async function prepare() {
  const size = Number(source);
  if (Number.isNaN(size)) {
    return {
      knowledge: await loadKnowledge(source, { now: Date.now() }),
      questions: readQuestions(questionsFile).map(({ text }) => text),
    };
  }
  const sections = generateSections(size, Number(seed));
  const questions = generateQuestions(sections, Number(questionCount), Number(seed) + 1);
  return { knowledge: { sections, concepts: [] }, questions };
}

const { knowledge, questions } = await prepare();
process.stdout.write(JSON.stringify(measureSize(knowledge, questions, Number(rounds))));
