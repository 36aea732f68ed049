import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DomainError } from '@calmness/platform/errors';
import { startTestContext, type TestContext } from '@calmness/platform/testing';
import { AccountsModule } from '../../accounts.module';
import type { MemberEntity } from '../../directory/persistence/member.entity';
import {
  atOnce,
  clearPeople,
  countEvents,
  credentials,
  goodPassword,
  memberOf,
  newestToken,
  recordedEvents,
  registered,
} from '../../testing/people';
import { ChangePassword } from './change-password';
import type { Grant } from './grant';
import { LogIn } from './log-in';
import { RefreshSession } from './refresh-session';
import { RequestPasswordReset } from './request-password-reset';
import { ResetPassword } from './reset-password';
import { SecretLinkSubject } from './secret-link-subject';
import { SecureAccount } from './secure-account';
import { VerifyEmail } from './verify-email';

const another = 'une tout autre phrase';

describe('a password', () => {
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

  const codeOf = (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => 'done',
      (error: unknown) => (error instanceof DomainError ? error.code : String(error)),
    );
  const ask = (email = awa.email) =>
    context.get(RequestPasswordReset).execute({ email, address: '192.0.2.7' });
  const reset = (token: string, password = another) => context.get(ResetPassword).execute(token, password);
  const logIn = (password = goodPassword): Promise<Grant> =>
    context.get(LogIn).execute(credentials({ password }));
  const refresh = ({ refreshToken }: Grant) => context.get(RefreshSession).execute(refreshToken);
  const linkSent = async (): Promise<string> => {
    await ask();
    return newestToken(context, awa.id);
  };

  describe('that was forgotten', () => {
    it('is replaced by the link of a mail: every session ends, the old one opens nothing', async () => {
      const before = await logIn();
      const token = await linkSent();
      await reset(token);
      expect(await codeOf(refresh(before))).toBe('accounts.session-expired');
      expect(await codeOf(logIn())).toBe('accounts.invalid-credentials');
      expect(await codeOf(logIn(another))).toBe('done');
      expect(await countEvents(context.dataSource, 'accounts.password-changed')).toBe(1);
      expect(await codeOf(reset(token, `${another} encore`))).toBe('accounts.link-invalid');
    });

    it('is replaced once, however often the link is opened at once', async () => {
      const token = await linkSent();
      const clicks = Array.from({ length: 10 }, (_, n) => () => reset(token, `${another} ${n}`));
      const answers = await atOnce(context.dataSource, 'accounts.member', clicks);
      expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await countEvents(context.dataSource, 'accounts.password-changed')).toBe(1);
    });

    it('is not replaced by a weak one, and the link still works then', async () => {
      const token = await linkSent();
      expect(await codeOf(reset(token, 'court'))).toBe('accounts.password-too-weak');
      expect(await codeOf(reset(token))).toBe('done');
    });

    it('is not replaced by a link of another purpose, forged, or an hour old', async () => {
      const stranger = await registered(context, { email: 'new@example.fr' }, false);
      const verification = await newestToken(context, stranger.id);
      const token = await linkSent();
      for (const wrong of [verification, '', 'x', `${token}x`])
        expect(await codeOf(reset(wrong))).toBe('accounts.link-invalid');
      expect(await codeOf(context.get(VerifyEmail).execute(token))).toBe(
        'accounts.verification-link-invalid',
      );
      context.clock.advance({ hours: 1 });
      expect(await codeOf(reset(token))).toBe('accounts.link-invalid');
    });

    it('is not spoken of for an address nobody has, and asked for once a minute at most', async () => {
      const before = (await recordedEvents(context.dataSource)).length;
      await ask('nobody@example.fr');
      expect(await recordedEvents(context.dataSource)).toHaveLength(before);
      await atOnce(
        context.dataSource,
        'accounts.member',
        [1, 2, 3].map(() => () => ask()),
      );
      expect(await countEvents(context.dataSource, 'accounts.password-reset-requested')).toBe(1);
    });

    it('proves the address as well: the mail arrived there', async () => {
      const zoe = await registered(context, { email: 'zoe@example.fr' }, false);
      await ask(zoe.email);
      await reset(await newestToken(context, zoe.id));
      expect((await memberOf(context.dataSource, zoe.email)).emailVerifiedAt).not.toBeNull();
    });

    it('is told with a link that is derived for its member alone, and needless once used', async () => {
      const token = await linkSent();
      const [event] = (await recordedEvents(context.dataSource)).filter(
        ({ name }) => name === 'accounts.password-reset-requested',
      );
      const { tokenId } = event?.payload as { tokenId: MemberEntity['id'] };
      const subject = context.get(SecretLinkSubject);
      expect(await subject.describe(tokenId, awa.id, 'fr')).toMatchObject({
        title: 'Choisissez un nouveau mot de passe',
        secretLink: `http://localhost:3000/reset-password?token=${token}`,
        stillTrue: true,
      });
      await reset(token);
      expect((await subject.describe(tokenId, awa.id, 'fr'))?.stillTrue).toBe(false);
    });
  });

  describe('that is changed', () => {
    const change = (current: string, chosen: string, { sessionId }: Grant) =>
      context.get(ChangePassword).execute({ memberId: awa.id, sessionId, current, chosen });

    it('ends every other session, and spends the links to reset it', async () => {
      const [here, elsewhere] = [await logIn(), await logIn()];
      const token = await linkSent();
      await change(goodPassword, another, here);
      expect(await codeOf(refresh(elsewhere))).toBe('accounts.session-expired');
      expect(await codeOf(refresh(here))).toBe('done');
      expect(await codeOf(reset(token))).toBe('accounts.link-invalid');
    });

    it('asks for the present one, and for a good one', async () => {
      const here = await logIn();
      expect(await codeOf(change('wrong', another, here))).toBe('accounts.password-wrong');
      expect(await codeOf(change(goodPassword, 'court', here))).toBe('accounts.password-too-weak');
      expect(await codeOf(logIn())).toBe('done');
    });
  });

  describe('of a member who fears for his account', () => {
    it('opens nothing any more, nor do his sessions; the link of the mail does', async () => {
      const sessions = [await logIn(), await logIn()];
      await context.get(SecureAccount).execute(awa.id);
      for (const session of sessions) expect(await codeOf(refresh(session))).toBe('accounts.session-expired');
      expect(await codeOf(logIn())).toBe('accounts.password-reset-required');
      expect(await codeOf(logIn('a wrong password'))).toBe('accounts.invalid-credentials');
      await reset(await newestToken(context, awa.id));
      expect(await codeOf(logIn(another))).toBe('done');
      expect(await countEvents(context.dataSource, 'accounts.account-secured')).toBe(1);
    });
  });
});
