import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { LabelKind, MemberFilter, MemberSort, MemberState, Role } from '@calmness/contracts';
import type { IsoDate } from '@calmness/events';
import type { Uuid } from '@calmness/platform/ids';
import { sortKeys, type PlaceInList } from '../domain/member-page';
import { escapeLike } from './member.repository';

/** A member as the staff's list shows him. */
export interface ListedMember {
  id: Uuid;
  email: string;
  firstName: string;
  lastName: string;
  roles: Role[];
  emailVerifiedAt: Date | null;
  telegramUsername: string | null;
  discordUsername: string | null;
  whatsappNumber: string | null;
  isDemo: boolean;
  createdAt: Date;
  state: MemberState;
  lastSeenAt: Date | null;
  /** Exclusive. */
  accessEndsOn: IsoDate | null;
  labels: { id: Uuid; kind: LabelKind; name: string }[];
  /** The value the list is sorted by. */
  place: string;
}
export interface MemberQuery {
  filter: MemberFilter;
  sort: MemberSort;
  after?: PlaceInList;
  limit: number;
  /** Europe/Paris. */
  today: IsoDate;
}

const state = `CASE WHEN member.erased_at IS NOT NULL THEN 'erased'
                    WHEN leaving.id IS NOT NULL THEN 'leaving'
                    WHEN member.locked_at IS NOT NULL THEN 'locked' ELSE 'open' END`;
/** `$1` is today in Europe/Paris. */
const tables = `
  accounts.member
  LEFT JOIN accounts.erasure AS leaving
    ON leaving.member_id = member.id AND leaving.state IN ('scheduled', 'running')
  LEFT JOIN LATERAL (
    SELECT GREATEST((SELECT max(last_seen_at) FROM accounts.session WHERE member_id = member.id),
                    (SELECT seen_at FROM accounts.last_activity WHERE member_id = member.id)) AS at) AS seen ON true
  LEFT JOIN LATERAL (
    SELECT max(ends_on) AS ends_on FROM accounts.member_plan
     WHERE member_id = member.id AND plan_id IS NOT NULL AND ends_on > $1) AS access ON true`;
const columns = `
  member.id, member.email, member.first_name AS "firstName", member.last_name AS "lastName", member.roles,
  member.email_verified_at AS "emailVerifiedAt", member.telegram_username AS "telegramUsername",
  member.discord_username AS "discordUsername", member.whatsapp_number AS "whatsappNumber",
  member.is_demo AS "isDemo", member.created_at AS "createdAt", ${state} AS state, seen.at AS "lastSeenAt",
  access.ends_on::text AS "accessEndsOn",
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', label.id, 'kind', kind, 'name', name) ORDER BY kind, name), '[]')
     FROM accounts.member_label JOIN accounts.label ON label.id = label_id
    WHERE member_id = member.id) AS labels`;

/** What narrows the list: each filter is one condition over one parameter. */
const conditions: { [Name in keyof Required<MemberFilter>]: (parameter: string) => string } = {
  // The database folds only ASCII letters by itself; Élodie is found as « élodie » through ICU.
  search: (text) =>
    `(member.first_name || ' ' || member.last_name || ' ' || member.email) COLLATE "und-x-icu" ILIKE ${text}`,
  role: (role) => `${role} = ANY (member.roles)`,
  verified: (yes) => `(member.email_verified_at IS NOT NULL) = ${yes}`,
  subscribed: (yes) => `(access.ends_on IS NOT NULL) = ${yes}`,
  label_id: (label) =>
    `EXISTS (SELECT 1 FROM accounts.member_label WHERE member_id = member.id AND label_id = ${label})`,
  state: (wanted) => `(${state}) = ${wanted}`,
};

/** The staff's list of members: narrowed, sorted, page by page. Reads only. */
@Injectable()
export class MemberListRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** One row more than `limit` when there is another page. */
  async page({ filter, sort, after, limit, today }: MemberQuery): Promise<ListedMember[]> {
    const { key, descending } = sortKeys[sort];
    const parameters: unknown[] = [today];
    const where = narrowed(filter, parameters);
    if (after) {
      parameters.push(after.key, after.id);
      const [place, id] = [`$${parameters.length - 1}`, `$${parameters.length}::uuid`];
      where.push(`(${key}, member.id) ${descending ? '<' : '>'} (${place}, ${id})`);
    }
    const direction = descending ? 'DESC' : 'ASC';
    parameters.push(limit + 1);
    return this.dataSource.query<ListedMember[]>(
      `SELECT ${columns}, ${key} AS place FROM ${tables} WHERE ${where.join(' AND ')}
        ORDER BY ${key} ${direction}, member.id ${direction} LIMIT $${parameters.length}`,
      parameters,
    );
  }

  async count(filter: MemberFilter, today: IsoDate): Promise<number> {
    const parameters: unknown[] = [today];
    const where = narrowed(filter, parameters);
    const [row] = await this.dataSource.query<{ total: number }[]>(
      `SELECT count(*)::int AS total FROM ${tables} WHERE ${where.join(' AND ')}`,
      parameters,
    );
    return row?.total ?? 0;
  }

  async find(memberId: Uuid, today: IsoDate): Promise<ListedMember | null> {
    const [row] = await this.dataSource.query<ListedMember[]>(
      `SELECT ${columns}, '' AS place FROM ${tables} WHERE member.id = $2`,
      [today, memberId],
    );
    return row ?? null;
  }
}

/** Adds the values to `parameters`; `$1::date` keeps its type even where nothing else uses it. */
function narrowed(filter: MemberFilter, parameters: unknown[]): string[] {
  const where = ['$1::date IS NOT NULL'];
  if (filter.state === undefined) where.push('member.erased_at IS NULL');
  for (const name of Object.keys(conditions) as (keyof MemberFilter)[]) {
    const value = filter[name];
    if (value === undefined || value === '') continue;
    parameters.push(name === 'search' ? `%${escapeLike(String(value))}%` : value);
    where.push(conditions[name](`$${parameters.length}`));
  }
  return where;
}
