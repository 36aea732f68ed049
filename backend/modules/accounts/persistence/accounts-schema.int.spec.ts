import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { schemaDrift, violatedConstraint } from '@calmness/platform/database';
import { newId } from '@calmness/platform/ids';
import { startTestContext, type TestContext } from '@calmness/platform/testing';
import { AccountsModule } from '../accounts.module';
import { freshMember } from '../access/domain/new-member';
import { ExternalAccountEntity } from '../linking/persistence/external-account.entity';
import { MemberEntity } from '../directory/persistence/member.entity';

describe('the tables of accounts', () => {
  let context: TestContext;
  beforeAll(async () => {
    context = await startTestContext({ imports: [AccountsModule] });
  });
  afterAll(() => context.close());

  const insert = async (changes: Partial<MemberEntity>): Promise<string | undefined> => {
    const member = freshMember({
      id: newId(),
      email: `${newId()}@example.fr`,
      passwordHash: 'x',
      firstName: 'Awa',
      lastName: 'Diallo',
      locale: 'fr',
      roles: ['member'],
      isDemo: false,
      createdAt: new Date(),
    });
    try {
      await context.dataSource.manager.insert(MemberEntity, { ...member, ...changes });
      return undefined;
    } catch (error) {
      return violatedConstraint(error);
    }
  };

  it('are what the entities declare', async () => {
    expect(await schemaDrift(context.dataSource)).toEqual([]);
  });

  it.each([
    ['member_email_trimmed', { email: ' awa@example.fr' }],
    ['member_email_trimmed', { email: 'awa' }],
    ['member_roles_known', { roles: ['king' as 'member'] }],
    ['member_roles_known', { roles: [] }],
    ['member_locale_known', { locale: 'de' as 'fr' }],
    ['member_telegram_shape', { telegramUsername: 'jeandupont' }],
    ['member_discord_shape', { discordUsername: 'jeandupont#1234' }],
    ['member_phones_e164', { phone: '0612345678' }],
    ['member_phones_e164', { whatsappNumber: '06 12' }],
    ['member_bio_length', { bio: 'x'.repeat(1_001) }],
    ['member_assets_known', { preferredAssets: ['art' as 'forex'] }],
  ])('refuse by %s what no rule would write: %o', async (constraint, changes) => {
    expect(await insert(changes)).toBe(constraint);
  });

  it('link an account to one member, and keep a grant exactly where it works', async () => {
    const [one, two] = [newId(), newId()];
    for (const id of [one, two]) expect(await insert({ id })).toBeUndefined();
    const link = async (changes: Partial<ExternalAccountEntity>): Promise<string | undefined> => {
      const at = new Date();
      const account: ExternalAccountEntity = {
        ...{ id: newId(), memberId: one, platform: 'telegram', externalId: '7', username: null },
        ...{ linkedAt: at, toldAt: at, state: 'active', scopes: [] },
        ...{ sealedGrant: null, grantExpiresAt: null, refreshingUntil: null },
      };
      try {
        await context.dataSource.manager.insert(ExternalAccountEntity, { ...account, ...changes });
        return undefined;
      } catch (error) {
        return violatedConstraint(error);
      }
    };
    expect(await link({})).toBeUndefined();
    expect(await link({ memberId: two })).toBe('external_account_once');
    expect(await link({ externalId: '8' })).toBe('external_account_of_member');
    expect(await link({ memberId: two, externalId: '@awa' })).toBe('external_account_id_shape');
    expect(await link({ platform: 'discord' })).toBe('external_account_grant');
    expect(await link({ platform: 'discord', sealedGrant: 'x' })).toBe('external_account_grant');
    const ended = { platform: 'discord', state: 'reauth_needed' } as const;
    expect(await link({ ...ended, sealedGrant: 'x', grantExpiresAt: new Date() })).toBe(
      'external_account_grant',
    );
    expect(await link(ended)).toBeUndefined();
  });

  it('hold an address once, whatever its capitals', async () => {
    expect(await insert({ email: 'Twin@example.fr' })).toBeUndefined();
    expect(await insert({ email: 'twin@EXAMPLE.fr' })).toBe('member_email_once');
  });
});
