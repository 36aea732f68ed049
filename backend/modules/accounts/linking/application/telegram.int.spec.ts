import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Config, seal } from '@calmness/platform/config';
import { UnitOfWork } from '@calmness/platform/database';
import { newId, type Uuid } from '@calmness/platform/ids';
import { startTestContext, type TestContext } from '@calmness/platform/testing';
import { AccountsJobsModule } from '../../accounts-jobs.module';
import { AccountsModule } from '../../accounts.module';
import { SecureAccount } from '../../access/application/secure-account';
import { ContactBook } from '../../directory/application/contact-book';
import { MemberEntity } from '../../directory/persistence/member.entity';
import { PaymentEligibility } from '../../profile/application/payment-eligibility';
import { fakeVendors, replacing } from '../../testing/fake-vendors';
import { clearPeople, countEvents, recordedEvents, registered } from '../../testing/people';
import { LinkTelegram } from './link-telegram';
import { OfferTelegramLink } from './offer-telegram-link';
import { ReadConnections } from './read-connections';
import { UnlinkAccount } from './unlink-account';

const awaOnTelegram = '4503599627370495';

describe('a Telegram account', () => {
  const vendors = fakeVendors();
  let context: TestContext;
  let awa: Uuid;
  beforeAll(async () => {
    context = await startTestContext({
      imports: [AccountsModule, AccountsJobsModule],
      replace: replacing(vendors),
      providers: [OfferTelegramLink, ReadConnections],
      worker: true,
    });
  });
  afterAll(() => context.close());
  beforeEach(async () => {
    await context.settle();
    await clearPeople(context.dataSource);
    context.clock.set('2026-11-20T09:00:00Z');
    Object.assign(vendors.telegram, { enabled: true, name: 'CalmnessBot' });
    awa = (await registered(context)).id;
  });

  const offer = async (memberId = awa): Promise<string> => {
    const { url } = await context.get(OfferTelegramLink).execute(memberId);
    return new URL(url).searchParams.get('start') ?? '';
  };
  /** As notifications tells it: somebody wrote to the bot. */
  const write = async (telegramUserId: string, token?: string, username: string | null = 'awa_d') => {
    const startTokenHash = token === undefined ? null : createHash('sha256').update(token).digest('hex');
    const providerEventId = newId();
    const { encryption } = context.get(Config).keys;
    const sealedUsername = username && seal(encryption, providerEventId, username);
    const payload = { providerEventId, telegramUserId, sealedUsername, startTokenHash };
    await context
      .get(UnitOfWork)
      .run((tx) => Promise.resolve(tx.record('notifications.telegram-message-received', payload)));
    await context.settle();
  };
  const contact = async (memberId = awa) => (await context.get(ContactBook).contactOf(memberId))?.telegramId;
  const refusals = async () =>
    (await recordedEvents(context.dataSource))
      .filter(({ name }) => name === 'accounts.external-link-refused')
      .map(({ payload }) => payload);
  const zoe = async () => (await registered(context, { email: 'zoe@example.fr' })).id;

  it('is linked by the message that carries the member’s link, once', async () => {
    const token = await offer();
    expect(token).toMatch(/^[\w-]{22}$/);
    await write(awaOnTelegram, token);
    expect(await contact()).toBe(awaOnTelegram);
    expect(await countEvents(context.dataSource, 'accounts.external-account-linked')).toBe(1);
    await write(awaOnTelegram, token);
    expect(await refusals()).toEqual([]);
    await write('77', token);
    expect(await contact()).toBe(awaOnTelegram);
    expect(await refusals()).toEqual([{ memberId: awa, platform: 'telegram', reason: 'used' }]);
  });

  it('gives the profile its proven name, which counts where one is asked for', async () => {
    const missing = async () => (await context.get(PaymentEligibility).of(awa)).missingFields;
    expect(await missing()).toEqual(['telegram_or_discord']);
    await write('77', await offer(), null);
    expect(await missing()).toEqual(['telegram_or_discord']);
    await write(awaOnTelegram, await offer());
    expect(await missing()).toEqual([]);
    const { telegramUsername } = await context.dataSource.manager.findOneByOrFail(MemberEntity, { id: awa });
    expect(telegramUsername).toBe('@awa_d');
  });

  it('is offered by a link and its picture, and the secret is nowhere at rest', async () => {
    const { url, qrSvg, expiresAt } = await context.get(OfferTelegramLink).execute(awa);
    expect(url).toMatch(/^https:\/\/t\.me\/CalmnessBot\?start=/);
    expect(qrSvg).toMatch(/^<svg/);
    expect(expiresAt).toEqual(new Date('2026-11-20T09:15:00Z'));
    const [dump] = await context.dataSource.query<{ text: string }[]>(
      `SELECT (SELECT json_agg(t) FROM accounts.link_token t)::text
           || (SELECT json_agg(e) FROM platform.outbox_event e)::text AS text`,
    );
    expect(dump?.text).not.toContain(new URL(url).searchParams.get('start'));
  });

  it('is not linked by a forged, an old or a withdrawn link', async () => {
    await write('77', 'forged');
    const old = await offer();
    context.clock.advance({ minutes: 15 });
    await write('77', old);
    const withdrawn = await offer();
    await offer();
    await write('77', withdrawn);
    expect(await contact()).toBeNull();
    expect(await refusals()).toEqual([
      { memberId: null, platform: 'telegram', reason: 'unknown' },
      { memberId: awa, platform: 'telegram', reason: 'expired' },
      { memberId: awa, platform: 'telegram', reason: 'used' },
    ]);
  });

  it('of another member stays his: he is told, and the page says why', async () => {
    await write(awaOnTelegram, await offer());
    const other = await zoe();
    await write(awaOnTelegram, await offer(other));
    expect(await contact()).toBe(awaOnTelegram);
    expect(await contact(other)).toBeNull();
    expect(await refusals()).toEqual([{ memberId: other, platform: 'telegram', reason: 'taken' }]);
    const told = (await recordedEvents(context.dataSource)).find(
      ({ name }) => name === 'accounts.external-link-contested',
    );
    expect(told?.payload).toMatchObject({ memberId: awa, platform: 'telegram' });
    expect((await context.get(ReadConnections).execute(other)).telegramTaken).toBe(true);
  });

  it('serves one member, however many open their links with it at once', async () => {
    const others = await Promise.all([
      zoe(),
      registered(context, { email: 'lea@example.fr' }).then(({ id }) => id),
    ]);
    const tokens = await Promise.all([awa, ...others].map((memberId) => offer(memberId)));
    const at = context.clock.now();
    const open = (token: string) => {
      const startTokenHash = createHash('sha256').update(token).digest('hex');
      return context.get(LinkTelegram).execute({ telegramUserId: '99', username: null, startTokenHash, at });
    };
    await Promise.allSettled(tokens.map(open));
    // The worker tries again what lost the race.
    await Promise.allSettled(tokens.map(open));
    const owners = await context.dataSource.query<unknown[]>(`SELECT 1 FROM accounts.external_account`);
    expect(owners).toHaveLength(1);
    expect(await countEvents(context.dataSource, 'accounts.external-account-linked')).toBe(1);
  });

  it('keeps the newest name, whatever order messages come in', async () => {
    const nameNow = async () =>
      (await context.get(ReadConnections).execute(awa)).accounts.map(({ username }) => username);
    await write(awaOnTelegram, await offer());
    context.clock.advance({ minutes: 2 });
    await write(awaOnTelegram, undefined, 'awa_new');
    expect(await nameNow()).toEqual(['awa_new']);
    const words = { telegramUserId: awaOnTelegram, username: 'awa_old', startTokenHash: null };
    await context.get(LinkTelegram).execute({ ...words, at: new Date('2026-11-20T09:01:00Z') });
    expect(await nameNow()).toEqual(['awa_new']);
  });

  it('is replaced by the one the member links next', async () => {
    await write(awaOnTelegram, await offer());
    await write('77', await offer());
    expect(await contact()).toBe('77');
    expect(await countEvents(context.dataSource, 'accounts.external-account-unlinked')).toBe(1);
  });

  it('is let go once, and its open link with it', async () => {
    await write(awaOnTelegram, await offer());
    const open = await offer();
    await context.get(UnlinkAccount).execute(awa, 'telegram');
    await context.get(UnlinkAccount).execute(awa, 'telegram');
    await write(awaOnTelegram, open);
    expect(await contact()).toBeNull();
    expect(await countEvents(context.dataSource, 'accounts.external-account-unlinked')).toBe(1);
  });

  it('goes when the member secures his account', async () => {
    await write(awaOnTelegram, await offer());
    await context.get(SecureAccount).execute(awa);
    expect(await contact()).toBeNull();
  });

  it('is offered five times an hour, also to ten tabs at once', async () => {
    const answers = await Promise.allSettled(Array.from({ length: 10 }, () => offer()));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
    context.clock.advance({ minutes: 59 });
    await expect(offer()).rejects.toMatchObject({
      code: 'accounts.too-many-links',
      params: { retry_after_seconds: 60 },
    });
    context.clock.advance({ minutes: 1 });
    await offer();
  });

  it('is not offered without a bot, nor while Telegram does not say how it is called', async () => {
    vendors.telegram.enabled = false;
    await expect(offer()).rejects.toMatchObject({ code: 'accounts.channel-disabled', kind: 'unavailable' });
    Object.assign(vendors.telegram, { enabled: true, name: null });
    await expect(offer()).rejects.toMatchObject({ code: 'accounts.channel-unreachable' });
  });
});
