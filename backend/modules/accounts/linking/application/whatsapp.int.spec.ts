import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Config, keyedHash } from '@calmness/platform/config';
import { UnitOfWork } from '@calmness/platform/database';
import { newId, type Uuid } from '@calmness/platform/ids';
import { startTestContext, type TestContext } from '@calmness/platform/testing';
import { AccountsJobsModule } from '../../accounts-jobs.module';
import { AccountsModule } from '../../accounts.module';
import { SecureAccount } from '../../access/application/secure-account';
import { ContactBook } from '../../directory/application/contact-book';
import { MemberEntity } from '../../directory/persistence/member.entity';
import { UpdateProfile } from '../../profile/application/update-profile';
import { fakeVendors, replacing } from '../../testing/fake-vendors';
import { clearPeople, countEvents, registered } from '../../testing/people';
import { GiveUpWhatsApp } from './give-up-whatsapp';
import { ReadConnections } from './read-connections';
import { RequestWhatsAppCode } from './request-whatsapp-code';
import { VerifyWhatsApp } from './verify-whatsapp';
import { WhatsAppProofSubject } from './whatsapp-proof-subject';

const number = '+33612345678';

describe('a WhatsApp number', () => {
  const vendors = fakeVendors();
  let context: TestContext;
  let awa: Uuid;
  beforeAll(async () => {
    context = await startTestContext({
      imports: [AccountsModule, AccountsJobsModule],
      replace: replacing(vendors),
      providers: [ReadConnections, RequestWhatsAppCode],
      worker: true,
    });
  });
  afterAll(() => context.close());
  beforeEach(async () => {
    await context.settle();
    await clearPeople(context.dataSource);
    context.clock.set('2026-11-20T09:00:00Z');
    vendors.whatsapp.enabled = true;
    awa = (await registered(context)).id;
  });

  const ask = (memberId = awa, to = number) =>
    context.get(RequestWhatsAppCode).execute({ memberId, number: to, optInVersion: 1 });
  const verify = (code: string, memberId = awa) => context.get(VerifyWhatsApp).execute(memberId, code);
  /** What the message says, as notifications asks for it. */
  const described = async (memberId = awa) => {
    const [proof] = await context.dataSource.query<{ id: Uuid }[]>(
      `SELECT id FROM accounts.whatsapp_proof WHERE member_id = $1 ORDER BY id DESC LIMIT 1`,
      [memberId],
    );
    return context.get(WhatsAppProofSubject).describe(proof?.id ?? newId(), memberId, 'fr');
  };
  const codeFor = async (memberId = awa) => (await described(memberId))?.facts['code'] ?? '';
  const wrong = async () => String((Number(await codeFor()) + 1) % 1_000_000).padStart(6, '0');
  const contact = async (memberId = awa) => (await context.get(ContactBook).contactOf(memberId))?.whatsapp;
  const receive = async (from: string, stop = false) => {
    const numberHash = keyedHash(context.get(Config).keys.encryption, `whatsapp:${from}`);
    const payload = { providerEventId: newId(), numberHash, stop };
    await context
      .get(UnitOfWork)
      .run((tx) => Promise.resolve(tx.record('notifications.whatsapp-received', payload)));
    await context.settle();
  };
  const zoe = async () => (await registered(context, { email: 'zoe@example.fr' })).id;

  it('is the member’s once the code came back, and not before', async () => {
    expect(await ask()).toEqual(new Date('2026-11-20T09:10:00Z'));
    expect(await contact()).toBeNull();
    expect((await context.get(ReadConnections).execute(awa)).waiting?.number).toBe(number);
    const code = await codeFor();
    expect(code).toMatch(/^\d{6}$/);
    expect(await described()).toMatchObject({ facts: { number, minutes: '10' }, stillTrue: true });
    await verify(` ${code.slice(0, 3)} ${code.slice(3)}`);
    expect(await contact()).toBe(number);
    expect(await countEvents(context.dataSource, 'accounts.whatsapp-verified')).toBe(1);
    expect(await described()).toMatchObject({ stillTrue: false });
    await expect(ask()).rejects.toMatchObject({ code: 'request.conflict' });
  });

  it('keeps when and to which words its owner agreed, and its code nowhere', async () => {
    await ask();
    const code = await codeFor();
    const [row] = await context.dataSource.query<Record<string, unknown>[]>(
      `SELECT opted_in_at, opt_in_version FROM accounts.whatsapp_proof`,
    );
    expect(row).toEqual({ opted_in_at: new Date('2026-11-20T09:00:00Z'), opt_in_version: 1 });
    const [dump] = await context.dataSource.query<{ text: string }[]>(
      `SELECT (SELECT json_agg(to_jsonb(p) - 'id' - 'member_id') FROM accounts.whatsapp_proof p)::text
           || (SELECT json_agg(payload ->> 'proofId' = '') FROM platform.outbox_event e)::text AS text`,
    );
    expect(dump?.text).not.toContain(code);
  });

  it('is guessed five times, by ten tabs at once as well', async () => {
    await ask();
    const guess = await wrong();
    await expect(verify(guess)).rejects.toMatchObject({
      code: 'accounts.whatsapp-code-wrong',
      params: { attempts_left: 4 },
    });
    const race = await Promise.allSettled(Array.from({ length: 10 }, () => verify(guess)));
    const codes = race.map((one) =>
      one.status === 'rejected' ? (one.reason as { code: string }).code : 'done',
    );
    expect(codes.filter((code) => code === 'accounts.whatsapp-code-wrong')).toHaveLength(3);
    expect(codes.filter((code) => code === 'accounts.whatsapp-code-expired')).toHaveLength(7);
    await expect(verify(await codeFor())).rejects.toMatchObject({ code: 'accounts.whatsapp-code-expired' });
    // No code works any more, so none is waited for: the page offers to ask for another.
    const { waiting, whatsappNumber } = await context.get(ReadConnections).execute(awa);
    expect([waiting, whatsappNumber]).toEqual([null, number]);
  });

  it('is not proven by an old code, nor by the one before the last', async () => {
    await ask();
    const first = await codeFor();
    await ask();
    await expect(verify(first)).rejects.toMatchObject({ code: 'accounts.whatsapp-code-wrong' });
    context.clock.advance({ minutes: 10 });
    await expect(verify(await codeFor())).rejects.toMatchObject({ code: 'accounts.whatsapp-code-expired' });
  });

  it('is proven by a message from it as well, while one member waits for it', async () => {
    await receive(number);
    expect(await contact()).toBeNull();
    await ask();
    await receive(number, true);
    await receive('+33699999999');
    expect(await contact()).toBeNull();
    await receive(number);
    expect(await contact()).toBe(number);
  });

  it('is not proven by a message while two members wait for it', async () => {
    const other = await zoe();
    await ask();
    await ask(other);
    await receive(number);
    expect([await contact(), await contact(other)]).toEqual([null, null]);
  });

  it('is not taken from whoever proved it by a message he wrote himself, but by the code', async () => {
    await ask();
    await verify(await codeFor());
    const other = await zoe();
    await ask(other);
    await receive(number);
    expect([await contact(), await contact(other)]).toEqual([number, null]);
    expect(await countEvents(context.dataSource, 'accounts.whatsapp-unverified')).toBe(0);
    await verify(await codeFor(other), other);
    expect([await contact(), await contact(other)]).toEqual([null, number]);
  });

  it('goes to whoever proves it last: numbers are handed on', async () => {
    await ask();
    await verify(await codeFor());
    const other = await zoe();
    await ask(other);
    await verify(await codeFor(other), other);
    expect([await contact(), await contact(other)]).toEqual([null, number]);
    expect(await countEvents(context.dataSource, 'accounts.whatsapp-unverified')).toBe(1);
  });

  it('has to be proven anew once it was changed, also back to what it was', async () => {
    await ask();
    await verify(await codeFor());
    const change = async (whatsappNumber: string) => {
      const { version } = await context.dataSource.manager.findOneByOrFail(MemberEntity, { id: awa });
      await context.get(UpdateProfile).execute({ memberId: awa, version, changes: { whatsappNumber } });
    };
    await change(number);
    expect(await contact()).toBe(number);
    await change('+33699999999');
    expect(await contact()).toBeNull();
    await change(number);
    expect(await contact()).toBeNull();
    expect(await countEvents(context.dataSource, 'accounts.whatsapp-unverified')).toBe(1);
  });

  it('is given up, and goes when the member secures his account', async () => {
    await ask();
    await verify(await codeFor());
    await context.get(GiveUpWhatsApp).execute(awa);
    await context.get(GiveUpWhatsApp).execute(awa);
    expect(await contact()).toBeNull();
    await ask();
    await verify(await codeFor());
    await context.get(SecureAccount).execute(awa);
    expect(await contact()).toBeNull();
    expect(await countEvents(context.dataSource, 'accounts.whatsapp-unverified')).toBe(2);
  });

  it('does not ring all day: few codes a member, few codes a number', async () => {
    await Promise.allSettled([ask(), ask(), ask(), ask(), ask()]);
    expect(await countEvents(context.dataSource, 'accounts.whatsapp-code-requested')).toBe(3);
    await expect(ask(await zoe())).rejects.toMatchObject({ code: 'accounts.too-many-attempts' });
  });

  it('is not asked for while the academy has no WhatsApp', async () => {
    vendors.whatsapp.enabled = false;
    await expect(ask()).rejects.toMatchObject({ code: 'accounts.channel-disabled' });
  });
});
