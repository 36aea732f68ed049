import type { UuidText } from './primitives';

/** What may have changed in a member's own things. */
export const liveKinds = ['notification'] as const;
export type LiveKind = (typeof liveKinds)[number];

/** "Read it again": it says what changed, never what it holds. */
export interface LivePush {
  kind: LiveKind;
  /** The thing that changed; null for several of them. */
  id: UuidText | null;
}

/** Whether the server hears the news itself. While it does not, pages ask at intervals. */
export interface LiveState {
  hears: boolean;
}

/** What the server says over `/ws`. */
export interface LiveServerEvents {
  push: (push: LivePush) => void;
  state: (state: LiveState) => void;
}

/** Why `/ws` turned a page away. */
export const liveRefusals = ['unauthenticated', 'too-many'] as const;
export type LiveRefusal = (typeof liveRefusals)[number];
