import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DomainError } from '@calmness/platform/errors';
import type { Uuid } from '@calmness/platform/ids';
import { startTestContext, type TestContext } from '@calmness/platform/testing';
import { AccountsModule } from '../../accounts.module';
import type { MemberEntity } from '../../directory/persistence/member.entity';
import { AddressProofEntity } from '../persistence/address-proof.entity';
import type { LinkPurpose } from '../domain/secret-link';
import {
  atOnce,
  clearPeople,
  countEvents,
  credentials,
  goodPassword,
  memberOf,
  registered,
} from '../../testing/people';
import { CancelEmailChange } from './cancel-email-change';
import { ConfirmEmailChange } from './confirm-email-change';
import { EmailChangeSubject } from './email-change-subject';
import { ForgetOldTraces } from './forget-old-traces';
import type { Grant } from './grant';
import { LogIn } from './log-in';
import { ReadEmailChange } from './read-email-change';
import { RefreshSession } from './refresh-session';
import { RequestEmailChange } from './request-email-change';
import { SecretLinkSubject } from './secret-link-subject';
import { SecretLinks } from './secret-links';

const wanted = 'awa.diallo@example.org';

describe('a change of address', () => {
  let context: TestContext;
  let awa: MemberEntity;
  beforeAll(async () => {
    context = await startTestContext({ imports: [AccountsModule] });
  });
  afterAll(() => context.close());
  beforeEach(async () => {
    await clearPeople(context.dataSource);
    context.clock.set('2026-11-20T09:00:00Z');
    awa = await registered(context);
  });

  const codeOf = (work: Promise<boolean | void>): Promise<string> =>
    work.then(
      (answer) => (typeof answer === 'boolean' ? String(answer) : 'done'),
      (error: unknown) => (error instanceof DomainError ? error.code : String(error)),
    );
  const ask = (email = wanted, password = goodPassword) =>
    context.get(RequestEmailChange).execute({ memberId: awa.id, email, password });
  const confirm = (token: string) => codeOf(context.get(ConfirmEmailChange).execute(token));
  const logIn = (email: string): Promise<Grant> => context.get(LogIn).execute(credentials({ email }));
  const proofFor = (purpose: LinkPurpose): Promise<AddressProofEntity> =>
    context.dataSource.manager.findOneOrFail(AddressProofEntity, {
      where: { memberId: awa.id, purpose },
      order: { id: 'DESC' },
    });
  const tokenFor = async (purpose: LinkPurpose): Promise<string> =>
    context.get(SecretLinks).tokenOf(await proofFor(purpose)) ?? '';

  it.each([
    ['the old address first', ['confirm-old-email', 'confirm-new-email']],
    ['the new address first', ['confirm-new-email', 'confirm-old-email']],
  ] as const)('needs both: %s', async (_order, [first, second]) => {
    const session = await logIn(awa.email);
    await ask();
    expect(await confirm(await tokenFor(first))).toBe('false');
    expect(await confirm(await tokenFor(first))).toBe('false');
    expect((await memberOf(context.dataSource, awa.email)).id).toBe(awa.id);
    expect(await confirm(await tokenFor(second))).toBe('true');
    expect(await memberOf(context.dataSource, wanted)).toMatchObject({ id: awa.id });
    expect(await confirm(await tokenFor(first))).toBe('true');
    expect(
      await codeOf(
        context
          .get(RefreshSession)
          .execute(session.refreshToken)
          .then(() => undefined),
      ),
    ).toBe('accounts.session-expired');
    expect((await logIn(wanted)).member.id).toBe(awa.id);
    expect(await countEvents(context.dataSource, 'accounts.email-changed')).toBe(1);
  });

  it('happens once when both links are opened at once, many times', async () => {
    await ask();
    const tokens = [await tokenFor('confirm-old-email'), await tokenFor('confirm-new-email')];
    const clicks = [...tokens, ...tokens, ...tokens].map((token) => () => confirm(token));
    await atOnce(context.dataSource, 'accounts.member', clicks);
    expect((await memberOf(context.dataSource, wanted)).id).toBe(awa.id);
    expect(await countEvents(context.dataSource, 'accounts.email-changed')).toBe(1);
  });

  it('tells nobody that the wanted address is taken, and never takes it', async () => {
    const zoe = await registered(context, { email: wanted });
    expect(await codeOf(ask())).toBe('done');
    expect(await confirm(await tokenFor('confirm-old-email'))).toBe('false');
    expect(await confirm(await tokenFor('confirm-new-email'))).toBe('accounts.email-taken');
    expect((await memberOf(context.dataSource, wanted)).id).toBe(zoe.id);
    expect((await memberOf(context.dataSource, awa.email)).id).toBe(awa.id);
  });

  it('asks for the password', async () => {
    expect(await codeOf(ask(wanted, 'wrong'))).toBe('accounts.password-wrong');
    expect(await context.get(ReadEmailChange).execute(awa.id)).toBeUndefined();
  });

  it('ends with a later wish, a change of mind, or a day', async () => {
    await ask('first@example.org');
    const first = await tokenFor('confirm-new-email');
    await ask();
    expect(await confirm(first)).toBe('accounts.link-invalid');
    expect(await context.get(ReadEmailChange).execute(awa.id)).toMatchObject({ newEmail: wanted });
    await context.get(CancelEmailChange).execute(awa.id);
    expect(await confirm(await tokenFor('confirm-new-email'))).toBe('accounts.link-invalid');
    expect(await context.get(ReadEmailChange).execute(awa.id)).toBeUndefined();
    await ask();
    context.clock.advance({ hours: 24 });
    expect(await confirm(await tokenFor('confirm-new-email'))).toBe('accounts.link-invalid');
    context.clock.advance({ hours: 24 * 31 });
    await context.get(ForgetOldTraces).execute();
    expect(await context.dataSource.query('SELECT 1 FROM accounts.email_change')).toEqual([]);
  });

  it('writes to each address its own link, and to the old one when it is done', async () => {
    await ask();
    const links = context.get(SecretLinkSubject);
    const mailTo = async (purpose: LinkPurpose) =>
      (await links.describe((await proofFor(purpose)).id, awa.id, 'fr'))?.mailTo;
    expect(await mailTo('confirm-old-email')).toBe(awa.email);
    expect(await mailTo('confirm-new-email')).toBe(wanted);
    await confirm(await tokenFor('confirm-old-email'));
    await confirm(await tokenFor('confirm-new-email'));
    const [change] = await context.dataSource.query<{ id: Uuid }[]>('SELECT id FROM accounts.email_change');
    const subject = context.get(EmailChangeSubject);
    expect(await subject.describe(change?.id ?? awa.id, awa.id)).toMatchObject({
      mailTo: awa.email,
      stillTrue: true,
    });
    expect(await subject.describe(change?.id ?? awa.id, change?.id ?? awa.id)).toBeNull();
  });
});
