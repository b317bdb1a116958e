/** Gives what was made for a key, or makes it; keeps it for the `limit` keys that were asked for last. */
export function keepingRecent<Value>(limit: number): (key: string | object, make: () => Value) => Value {
  const recent = new Map<string | object, Value>();
  return (key, make) => {
    const value = recent.get(key) ?? make();
    // A map keeps its keys in the order in which they were set.
    recent.delete(key);
    recent.set(key, value);
    const oldest = recent.keys().next();
    if (recent.size > limit && oldest.done !== true) recent.delete(oldest.value);
    return value;
  };
}
