import { randomUUIDv7 } from 'node:crypto';
import type { Uuid } from '@calmness/events';

export type { Uuid } from '@calmness/events';

/** A new identifier, ordered by creation time (uuid v7, RFC 9562). */
export function newId(): Uuid {
  return randomUUIDv7() as Uuid;
}

const uuidShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** True for text PostgreSQL would accept as a uuid; anything else is nobody's identifier. */
export function isUuid(text: unknown): text is Uuid {
  return typeof text === 'string' && uuidShape.test(text);
}
