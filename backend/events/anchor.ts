import type { IsoInstant, Uuid } from './primitives';

/** A domain says: subject S of this kind, for these people, happens at that instant. */
export interface AnchorSet {
  /** A calendar of the reminders, e.g. `subscription`, `formation-session`, `coaching-session`, `loan-medium`. */
  kind: string;
  subjectId: Uuid;
  /** Distinguishes the occurrences of one subject, e.g. the end date of a subscription. */
  occurrence: string;
  /** Rises with every announcement; an older one arriving late changes nothing. */
  version: number;
  at: IsoInstant;
  zone: string;
  /** The full set, re-announced with a higher version when it changes. */
  recipientIds: Uuid[];
}
/** The subject needs no reminder any more. */
export interface AnchorEnded {
  kind: string;
  subjectId: Uuid;
  version: number;
  ended: true;
}
export type Anchor = AnchorSet | AnchorEnded;
