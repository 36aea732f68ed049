import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ErasureBlocker } from '@calmness/contracts';
import { StoredFiles } from '@calmness/platform/files';
import { UnitOfWork } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import { startTestContext, type TestContext } from '@calmness/platform/testing';
import { AccountsModule } from '../../accounts.module';
import { LogIn } from '../../access/application/log-in';
import { ContactBook } from '../../directory/application/contact-book';
import { ExternalAccounts } from '../../linking/application/external-accounts';
import { OtherDomain, personalDataWith } from '../../testing/other-domain';
import { clearPeople, countEvents, credentials, goodPassword, registered } from '../../testing/people';
import { accountsTables } from '../domain/accounts-tables';
import { ErasureRepository } from '../persistence/erasure.repository';
import { AccountsPersonalData } from './accounts-personal-data';
import { BeginErasures } from './begin-erasures';
import { CancelErasure } from './cancel-erasure';
import { FindBlockers } from './find-blockers';
import { ReadDeletion } from './read-deletion';
import { RequestErasure } from './request-erasure';
import { RunErasures } from './run-erasures';
import { UpcomingErasures } from './upcoming-erasures';

const pending: ErasureBlocker = {
  code: 'payment_pending',
  params: {},
  url: '/user/payments',
  waivable: false,
};
const paidFor: ErasureBlocker = { ...pending, code: 'subscription_active', waivable: true };

describe('an erasure', () => {
  let context: TestContext;
  let memberId: Uuid;
  const other = new OtherDomain();

  beforeAll(async () => {
    context = await startTestContext({
      imports: [AccountsModule, personalDataWith(other)],
      providers: [BeginErasures, FindBlockers, ReadDeletion, RequestErasure, RunErasures],
      composesPersonalData: true,
    });
  });
  afterAll(() => context.close());
  beforeEach(async () => {
    await clearPeople(context.dataSource);
    context.clock.set('2026-11-20T09:00:00Z');
    other.reset();
    memberId = (await registered(context)).id;
  });

  const request = (password = goodPassword, giveUpAccess = false) =>
    context.get(RequestErasure).execute({ memberId, password, giveUpAccess });
  const night = async () => {
    await context.get(BeginErasures).execute();
    await context.get(RunErasures).execute();
  };
  const weekLater = () => context.clock.advance({ hours: 7 * 24 });
  const stateOf = async () => {
    const [row] = await context.dataSource.query<{ state: string; held_by: string[] }[]>(
      'SELECT state, held_by FROM accounts.erasure ORDER BY id DESC LIMIT 1',
    );
    return row;
  };
  const member = async () => {
    const [row] = await context.dataSource.query<Record<string, unknown>[]>('SELECT * FROM accounts.member');
    return row;
  };

  it('asks for the password, and is scheduled once however often it is asked for', async () => {
    await expect(request('wrong')).rejects.toMatchObject({ code: 'accounts.password-wrong' });
    await Promise.all([request(), request(), request()]);
    expect(await countEvents(context.dataSource, 'accounts.erasure-scheduled')).toBe(1);
    const { scheduled } = await context.get(ReadDeletion).execute(memberId);
    expect(scheduled?.executeAfter).toEqual(new Date('2026-11-27T09:00:00Z'));
  });

  it('is seen in the rehearsal until it is called off', async () => {
    await request();
    const upcoming = () => context.get(UpcomingErasures).read(new Date('2026-11-28T00:00:00Z'), 10);
    expect(await upcoming()).toEqual([
      { at: '2026-11-27T09:00:00.000Z', kind: 'erasure', who: 'Awa Diallo', why: 'member' },
    ]);
    await context.get(CancelErasure).execute(memberId);
    expect(await upcoming()).toEqual([]);
  });

  it('does nothing before its day, and nothing at all once it is called off', async () => {
    await request();
    context.clock.advance({ hours: 7 * 24 - 1 });
    await night();
    expect(await stateOf()).toMatchObject({ state: 'scheduled' });
    await context.get(CancelErasure).execute(memberId);
    context.clock.advance({ hours: 24 });
    await night();
    expect(await stateOf()).toMatchObject({ state: 'cancelled' });
    expect(await member()).toMatchObject({ email: 'awa@example.fr', erased_at: null });
    await expect(context.get(CancelErasure).execute(memberId)).rejects.toMatchObject({
      code: 'accounts.erasure-not-scheduled',
    });
  });

  it('lets go of every other address, and has what was granted ended', async () => {
    const { dataSource } = context;
    const grant = {
      ...{ accessToken: 'a', refreshToken: 'r', scopes: ['identify'] },
      expiresAt: new Date('2026-12-20T09:00:00Z'),
    };
    const account = { memberId, username: 'awa', at: context.clock.now() };
    await context.get(UnitOfWork).run(async (tx) => {
      const external = context.get(ExternalAccounts);
      await external.link(tx, { ...account, platform: 'telegram', externalId: '7', grant: null });
      await external.link(tx, { ...account, platform: 'discord', externalId: '8', grant });
    });
    const { tables } = await context.get(AccountsPersonalData).export(memberId);
    expect(tables.find(({ name }) => name === 'external_account')?.rows).toHaveLength(2);
    expect(JSON.stringify(tables)).not.toContain('sealed');
    await request();
    weekLater();
    await night();
    expect(await dataSource.query('SELECT 1 FROM accounts.external_account')).toEqual([]);
    expect(await dataSource.query('SELECT 1 FROM accounts.ended_grant')).toHaveLength(1);
  });

  it('leaves a row with nobody behind it, no session and no way in', async () => {
    await context.get(LogIn).execute(credentials());
    await request();
    weekLater();
    await night();
    expect(await stateOf()).toMatchObject({ state: 'done' });
    const left = await member();
    expect(left).toMatchObject({ first_name: '', last_name: '', email_verified_at: null, roles: ['member'] });
    expect(JSON.stringify(left)).not.toMatch(/awa|Diallo/i);
    expect(await context.dataSource.query('SELECT 1 FROM accounts.session')).toEqual([]);
    expect(await context.dataSource.query('SELECT 1 FROM accounts.known_device')).toEqual([]);
    await expect(context.get(LogIn).execute(credentials())).rejects.toMatchObject({
      code: 'accounts.invalid-credentials',
    });
    expect(await countEvents(context.dataSource, 'accounts.member-erased')).toBe(1);
    await registered(context);
  });

  it('keeps the address two days longer, to say that it is done', async () => {
    await request();
    weekLater();
    await night();
    const goodbye = () => context.get(ContactBook).farewellOf(memberId);
    expect(await goodbye()).toMatchObject({ email: 'awa@example.fr', firstName: 'Awa', locale: 'fr' });
    context.clock.advance({ hours: 2 * 24 + 1 });
    await context.get(ErasureRepository).forgetFarewells(new Date('2026-11-29T09:00:00Z'));
    expect(await goodbye()).toBeNull();
  });

  it('names what stands in the way, and lets the member give up only what is his to give', async () => {
    other.standing = [pending, paidFor];
    await expect(request()).rejects.toMatchObject({
      code: 'accounts.erasure-blocked',
      params: { blockers: ['payment_pending', 'subscription_active'] },
    });
    await expect(request(goodPassword, true)).rejects.toMatchObject({
      params: { blockers: ['payment_pending'] },
    });
    other.standing = [paidFor];
    await request(goodPassword, true);
    weekLater();
    await night();
    expect(await stateOf()).toMatchObject({ state: 'done' });
  });

  it('waits for what came up after it was asked for', async () => {
    await request();
    other.standing = [pending];
    weekLater();
    await night();
    expect(await stateOf()).toEqual({ state: 'scheduled', held_by: ['payment_pending'] });
    other.standing = [];
    await night();
    expect(await stateOf()).toMatchObject({ state: 'scheduled' });
    context.clock.advance({ hours: 1 });
    await night();
    expect(await stateOf()).toEqual({ state: 'done', held_by: [] });
  });

  it('goes on in the domain where it stopped, the account last', async () => {
    let calls = 0;
    other.forget = () => {
      calls += 1;
      return calls < 3 ? Promise.reject(new Error('the domain is ill')) : Promise.resolve([]);
    };
    await request();
    weekLater();
    for (let minute = 0; minute < 4; minute += 1) {
      await night();
      if (calls < 3) expect(await member()).toMatchObject({ email: 'awa@example.fr' });
      context.clock.advance({ minutes: 1 });
    }
    expect(await stateOf()).toMatchObject({ state: 'done' });
    expect(calls).toBe(3);
    expect(await countEvents(context.dataSource, 'accounts.member-erased')).toBe(1);
  });

  it('is done once by five workers', async () => {
    let calls = 0;
    other.forget = () => Promise.resolve([]).then((none) => ((calls += 1), none));
    await request();
    weekLater();
    await Promise.all(Array.from({ length: 5 }, night));
    expect(calls).toBe(1);
    expect(await countEvents(context.dataSource, 'accounts.member-erased')).toBe(1);
  });

  it('takes the files away with the rows, even when its worker died in between', async () => {
    const files = context.get(StoredFiles);
    const draft = await files.draft('other', 'note.txt', 'text/plain', Buffer.from('private'));
    await context.get(UnitOfWork).run((tx) => files.keep(tx, draft));
    await request();
    weekLater();
    await context.get(BeginErasures).execute();
    await context.dataSource.query(
      `INSERT INTO accounts.erasure_step (erasure_id, module, erased_at, files)
       SELECT id, 'other', now(), ARRAY[$1::uuid] FROM accounts.erasure`,
      [draft.id],
    );
    other.forget = () => Promise.reject(new Error('was done already'));
    await context.get(RunErasures).execute();
    expect(await stateOf()).toMatchObject({ state: 'done' });
    expect(readdirSync(join(context.config.dataDir, 'files/other'))).toEqual([]);
  });

  it('is refused for whoever works for the academy', async () => {
    await context.dataSource.query(`UPDATE accounts.member SET roles = ARRAY['member', 'manager']`);
    await expect(request()).rejects.toMatchObject({ params: { blockers: ['staff_role'] } });
  });

  it('decides about every column accounts has', async () => {
    expect(await accountsTables.undecided(context.dataSource)).toEqual([]);
  });
});
