import { AppError } from '../errors.ts';

/**
 * What `work` comes to, if it comes soon enough: a database that hangs must not keep a member from an answer. The work
 * itself goes on.
 * @throws AppError `store` when it takes longer than `limitMs`
 */
export async function within<T>(limitMs: number, work: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    reject(
      new AppError('store', `The database did not answer within ${limitMs} ms.`, {
        hint: 'Look whether the database and its disk are overloaded.',
      }),
    );
  }, limitMs);
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}
