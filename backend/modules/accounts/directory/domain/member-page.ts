import type { MemberSort } from '@calmness/contracts';
import { DomainError } from '@calmness/platform/errors';
import { isUuid, type Uuid } from '@calmness/platform/ids';

/** Where a page of the list ended: the value it is sorted by, and the id that settles a draw. */
export interface PlaceInList {
  key: string;
  id: Uuid;
}
/** SQL of the sort key, always a text and never null, and its direction. */
export const sortKeys: Record<MemberSort, { key: string; descending: boolean }> = {
  newest: { key: `''::text`, descending: true },
  oldest: { key: `''::text`, descending: false },
  name: { key: `lower(member.last_name || ' ' || member.first_name) COLLATE "und-x-icu"`, descending: false },
  last_seen: {
    key: `coalesce(to_char(seen.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), '')`,
    descending: true,
  },
};

/** A cursor names the list it belongs to: in a list sorted otherwise it would skip rows. */
export function cursorOfPlace(sort: MemberSort, { key, id }: PlaceInList): string {
  return Buffer.from(JSON.stringify([sort, key, id])).toString('base64url');
}

/** @throws DomainError request.invalid for a cursor nobody gave out for this list */
export function placeOfCursor(sort: MemberSort, cursor: string | undefined): PlaceInList | undefined {
  if (cursor === undefined) return undefined;
  const [of, key, id] = parts(cursor);
  if (of !== sort || typeof key !== 'string' || !isUuid(id))
    throw new DomainError('request.invalid', {}, 'invalid', [{ field: 'cursor', code: 'invalid' }]);
  return { key, id };
}

function parts(cursor: string): unknown[] {
  try {
    const read: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(read) ? (read as unknown[]) : [];
  } catch {
    return [];
  }
}
