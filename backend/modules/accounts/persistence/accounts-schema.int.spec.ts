import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { schemaDrift, violatedConstraint } from '@calmness/platform/database';
import { newId } from '@calmness/platform/ids';
import { startTestContext, type TestContext } from '@calmness/platform/testing';
import { AccountsModule } from '../accounts.module';
import { freshMember } from '../access/domain/new-member';
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

  it('hold an address once, whatever its capitals', async () => {
    expect(await insert({ email: 'Twin@example.fr' })).toBeUndefined();
    expect(await insert({ email: 'twin@EXAMPLE.fr' })).toBe('member_email_once');
  });
});
