/**
 * Does some work and acknowledges when it is done, or after `ms` when it takes longer; work that fails before is not
 * acknowledged, so that whoever sent it sends it again. Rejects with what the work rejects with.
 */
export async function acknowledgeLater(ack: () => Promise<unknown>, work: Promise<unknown>, ms: number): Promise<void> {
  let acknowledged: Promise<unknown> | undefined;
  const acknowledge = () => {
    // The connection over which it came may be gone; then it comes again and is known.
    acknowledged ??= ack().catch(() => undefined);
    return acknowledged;
  };
  const timer = setTimeout(() => void acknowledge(), ms);
  try {
    await work;
    await acknowledge();
  } finally {
    clearTimeout(timer);
  }
}
