/** Ends the process for good when closing takes longer than `seconds` after SIGTERM or SIGINT. */
export function stopWithin(seconds: number): void {
  const giveUp = (): void => {
    setTimeout(() => process.exit(1), seconds * 1_000).unref();
  };
  process.once('SIGTERM', giveUp);
  process.once('SIGINT', giveUp);
}

/** A launcher that was killed takes its children along: they notice the closed channel. */
export function leaveWithParent(close: () => Promise<void>): void {
  process.once('disconnect', () => {
    void close().finally(() => process.exit(0));
  });
}
