import type { Transaction } from '@calmness/platform/database';

export interface LiveEars {
  hear(message: string): void;
  /** Listening, for the first time or again: whatever was said before is lost. */
  found(): void;
  /** Nothing is heard until `found`. */
  lost(): void;
}

/** What listens until it is closed. */
export interface LiveSubscription {
  close(): Promise<void>;
}

/** Carries small hints from any process to every api replica. A hint may be lost: it holds no truth. */
export abstract class LiveChannel {
  /** Sends when the transaction commits, and only then. */
  abstract send(tx: Transaction, message: string): Promise<void>;

  /** Resolves once the first attempt to listen was made; a broken connection comes back by itself. */
  abstract listen(ears: LiveEars): Promise<LiveSubscription>;
}
