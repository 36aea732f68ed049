import { DemoPeople } from '@calmness/accounts';
import type { Uuid } from '@calmness/platform/ids';
import type { TestContext } from '@calmness/platform/testing';
import { PushSubscriptions } from '../places/application/push-subscriptions';
import { Preferences } from '../preferences/application/preferences';

/** The template WhatsApp approved for all of them. */
export const contentSid = `HX${'0a'.repeat(16)}`;

/** Somebody of the crowd, as the channels name him. */
export interface Reachable {
  id: Uuid;
  email: string;
  /** E.164; its digits are his id on Telegram and on Discord as well. */
  number: string;
}

/**
 * A crowd linked, proven and opted in everywhere but for push. Written set by set: how people get there is told
 * elsewhere. `templates`: the announcements WhatsApp approved.
 */
export async function linkedPeople(
  context: TestContext,
  people: number,
  templates: readonly string[],
): Promise<Reachable[]> {
  const { dataSource } = context;
  const awa = { email: 'awa@example.fr', firstName: 'Awa', lastName: 'Diallo' };
  await context.get(DemoPeople).register({ ...awa, roles: ['member'] });
  await dataSource.query(
    `INSERT INTO accounts.member SELECT (jsonb_populate_record(m, jsonb_build_object('id', gen_random_uuid(),
       'email', 'member' || n || '@domain' || n % 25 || '.example', 'whatsapp_number', '+336' || 10000000 + n))).*
       FROM accounts.member AS m, generate_series(1, $1::int) AS n WHERE m.email = 'awa@example.fr'`,
    [people],
  );
  await dataSource.query(addresses);
  await dataSource.query(
    `INSERT INTO notifications.whatsapp_template (announcement, locale, content_sid, approval, variables, updated_at)
     SELECT name, 'fr', $2, 'approved', '["first_name", "plan"]', now() FROM unnest($1::text[]) AS name`,
    [templates, contentSid],
  );
  return dataSource.query<Reachable[]>(
    `SELECT id, email, whatsapp_number AS number FROM accounts.member
      WHERE email LIKE 'member%' ORDER BY whatsapp_number`,
  );
}

/** Says yes to private messages on Discord, which nobody gets unasked. */
export async function wantDiscord(context: TestContext, people: readonly { id: Uuid }[]): Promise<void> {
  const discord = { category: 'subscription', channel: 'discord', enabled: true } as const;
  for (const { id } of people) await context.get(Preferences).save(id, [discord], 0);
}

/** A crowd that can be reached by every channel, with a browser each, and told nothing yet. */
export async function reachablePeople(
  context: TestContext,
  people: number,
  templates: readonly string[],
): Promise<Uuid[]> {
  const members = await linkedPeople(context, people, templates);
  for (const { id } of members) {
    const keys = { endpoint: `https://push.example/${id}`, p256dh: 'k', auth: 'a' };
    await context.get(PushSubscriptions).add(id, keys, 'Pixel');
  }
  await wantDiscord(context, members);
  // What the registration itself had to say is another story.
  await context.dataSource.query(
    'TRUNCATE notifications.intent, notifications.notification, platform.outbox_event CASCADE',
  );
  return members.map(({ id }) => id);
}

const addresses = `
  INSERT INTO accounts.external_account (id, member_id, platform, external_id, linked_at, told_at, state, scopes,
                                         sealed_grant, grant_expires_at)
  SELECT gen_random_uuid(), id, platform, substr(whatsapp_number, 2), now(), now(), 'active', '{}',
         CASE platform WHEN 'discord' THEN 'x' END, CASE platform WHEN 'discord' THEN now() + interval '7 days' END
    FROM accounts.member, unnest(ARRAY['telegram', 'discord']) AS platform WHERE email LIKE 'member%';
  INSERT INTO accounts.whatsapp_proof (id, member_id, number, key_id, attempts, created_at, expires_at, opted_in_at,
                                       opt_in_version, proven_at, proven_by)
  SELECT gen_random_uuid(), id, whatsapp_number, 'dev', 1, now(), now() + interval '10 minutes', now(), 1, now(), 'code'
    FROM accounts.member WHERE email LIKE 'member%'`;
