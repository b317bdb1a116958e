/**
 * Does a piece of work once: who comes with the same key while it is among the latest `limit` gets the same result,
 * also while the work is under way. Work that failed may be done again.
 */
export function createOnce<Result>(limit: number) {
  const results = new Map<string, Promise<Result>>();

  return (key: string, work: () => Promise<Result>): Promise<Result> => {
    const known = results.get(key);
    if (known !== undefined) return known;
    const result = work();
    results.set(key, result);
    result.catch(() => results.delete(key));
    const [oldest] = results.keys();
    if (results.size > limit && oldest !== undefined) results.delete(oldest);
    return result;
  };
}
