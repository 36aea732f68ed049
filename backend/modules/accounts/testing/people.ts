import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import type { Uuid } from '@calmness/platform/ids';
import type { TestContext } from '@calmness/platform/testing';
import { AccountsReferenceData } from '../application/accounts-reference-data';
import { RegisterMember, type RegisterMemberCommand } from '../access/application/register-member';
import type { LogInCommand } from '../access/application/log-in';
import type { Client } from '../access/domain/client';
import { SecretLinks } from '../access/application/secret-links';
import { VerifyEmail } from '../access/application/verify-email';
import { AddressProofEntity } from '../access/persistence/address-proof.entity';
import { MemberEntity } from '../directory/persistence/member.entity';

export const goodPassword = 'une phrase assez longue';

/** A browser nobody has seen before. */
export function aBrowser(changes: Partial<Client> = {}): Client {
  return {
    address: '192.0.2.7',
    userAgent: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/142.0.0.0 Safari/537.36',
    deviceToken: undefined,
    ...changes,
  };
}

/** The login of a member without a second factor. */
export function credentials(changes: Partial<LogInCommand> = {}): LogInCommand {
  return {
    email: 'awa@example.fr',
    password: goodPassword,
    otp: undefined,
    client: aBrowser(),
    ...changes,
  };
}

/** A stranger who fills the form in properly. */
export function stranger(changes: Partial<RegisterMemberCommand> = {}): RegisterMemberCommand {
  return {
    email: 'awa@example.fr',
    password: goodPassword,
    firstName: 'Awa',
    lastName: 'Diallo',
    locale: 'fr',
    acceptedTermsVersion: '1.1.1',
    adult: true,
    address: '192.0.2.7',
    ...changes,
  };
}

export async function memberOf(dataSource: DataSource, email: string): Promise<MemberEntity> {
  return dataSource.manager.findOneByOrFail(MemberEntity, { email });
}

/** The token of the newest link that was prepared for a member. */
export async function newestToken(context: TestContext, memberId: Uuid): Promise<string> {
  const [proof] = await context.dataSource.manager.find(AddressProofEntity, {
    where: { memberId },
    order: { id: 'DESC' },
    take: 1,
  });
  const token = proof && context.get(SecretLinks).tokenOf(proof);
  if (!token) throw new Error('No link was prepared');
  return token;
}

/** A registered member; the address is proven when asked for. */
export async function registered(
  context: TestContext,
  changes: Partial<RegisterMemberCommand> = {},
  verified = true,
): Promise<MemberEntity> {
  await context.get(AccountsReferenceData).install();
  const command = stranger(changes);
  await context.get(RegisterMember).execute(command);
  const member = await memberOf(context.dataSource, command.email.trim());
  if (!verified) return member;
  await context.get(VerifyEmail).execute(await newestToken(context, member.id));
  return memberOf(context.dataSource, member.email);
}

/** Names and payloads of what was recorded, oldest first. */
export function recordedEvents(dataSource: DataSource): Promise<{ name: string; payload: unknown }[]> {
  return dataSource.query(`SELECT name, payload FROM platform.outbox_event ORDER BY id`);
}

/** The number of events of a name. */
export async function countEvents(dataSource: DataSource, name: string): Promise<number> {
  return (await recordedEvents(dataSource)).filter((event) => event.name === name).length;
}

/** Empties the module's tables and the outbox between two tests. */
export async function clearPeople(dataSource: DataSource): Promise<void> {
  await dataSource.query(
    `TRUNCATE accounts.member, accounts.legal_text, accounts.activity, accounts.throttle,
              accounts.access_ledger, accounts.ended_grant, platform.stored_file, platform.outbox_event, platform.inbox_event CASCADE`,
  );
}

/**
 * Lets all contenders run into the same locked row before it is released, so that they really race:
 * whoever decided on what he read before waiting is found out.
 */
export async function atOnce<T>(
  dataSource: DataSource,
  table: 'accounts.member' | 'accounts.session',
  contenders: (() => Promise<T>)[],
): Promise<PromiseSettledResult<T>[]> {
  const gate = dataSource.createQueryRunner();
  await gate.startTransaction();
  await gate.query(`SELECT 1 FROM ${table} FOR UPDATE`);
  const race = Promise.allSettled(contenders.map((contender) => contender()));
  // Asked outside the gate's transaction, which would be answered from its own snapshot.
  for (let waiting = 0; waiting < contenders.length; await pause(5)) {
    const [row] = await dataSource.query<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM pg_stat_activity
        WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    waiting = row?.n ?? 0;
  }
  await gate.commitTransaction();
  await gate.release();
  return race;
}
