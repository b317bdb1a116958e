import type { Selectable } from 'kysely';
import { inChunks } from '../in-list.ts';
import type { Schema } from '../schema.ts';
import type { Session } from '../session.ts';
import type { AskedQuestion, Feedback, QuestionStore } from '../store.ts';

export function createQuestionStore({ query }: Session): QuestionStore {
  return {
    record: (question) =>
      query(async (db) => {
        const { sectionIds, text, ...rest } = question;
        await db
          .insertInto('questions')
          .values({ ...rest, section_ids: JSON.stringify(sectionIds), text: keepable(text) })
          .execute();
      }),
    get: (id) =>
      query(async (db) => {
        const row = await db.selectFrom('questions').selectAll().where('id', '=', id).executeTakeFirst();
        return row === undefined ? undefined : toQuestion(row);
      }),
    unanswered: (limit) =>
      query(async (db) => {
        const questions = await db
          .selectFrom('questions')
          .selectAll()
          .where((eb) =>
            eb.or([
              eb('outcome', '<>', 'answered'),
              eb.exists(
                eb
                  .selectFrom('feedback')
                  .select('question_id')
                  .whereRef('question_id', '=', 'questions.id')
                  .where('verdict', '=', 'notHelpful'),
              ),
            ]),
          )
          .orderBy('at', 'desc')
          .orderBy('id')
          .limit(limit)
          .execute();
        const feedback: Feedback[] = [];
        for (const ids of inChunks(questions.map(({ id }) => id))) {
          const rows = await db
            .selectFrom('feedback')
            .selectAll()
            .where('question_id', 'in', ids)
            .orderBy('at')
            .execute();
          feedback.push(...rows.map(toFeedback));
        }
        const byQuestion = Map.groupBy(feedback, ({ questionId }) => questionId);
        return questions.map((row) => ({ ...toQuestion(row), feedback: byQuestion.get(row.id) ?? [] }));
      }),
    recordFeedback: ({ questionId, personId, verdict, comment: words, at }) =>
      query(async (db) => {
        const comment = keepable(words);
        await db
          .insertInto('feedback')
          .values({ question_id: questionId, person_id: personId, verdict, comment, at })
          .onConflict((conflict) =>
            conflict
              .columns(['question_id', 'person_id'])
              .doUpdateSet({ verdict, at, ...(comment === null ? {} : { comment }) }),
          )
          .execute();
      }),
    feedbackOn: (questionId) =>
      query(async (db) => {
        const rows = await db
          .selectFrom('feedback')
          .selectAll()
          .where('question_id', '=', questionId)
          .orderBy('at')
          .execute();
        return rows.map(toFeedback);
      }),
  };
}

/** A person's words as they can be stored: PostgreSQL has no place for the character NUL. */
function keepable(words: string | undefined): string | null {
  return words?.replaceAll('\0', '') ?? null;
}

function toQuestion({ section_ids, text, ...row }: Selectable<Schema['questions']>): AskedQuestion {
  const sectionIds: readonly string[] = JSON.parse(section_ids);
  return { ...row, sectionIds, ...(text === null ? {} : { text }) };
}

function toFeedback(row: Selectable<Schema['feedback']>): Feedback {
  return {
    questionId: row.question_id,
    personId: row.person_id,
    verdict: row.verdict,
    at: row.at,
    ...(row.comment === null ? {} : { comment: row.comment }),
  };
}
