import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccountsModule } from '@calmness/accounts';
import { startTestContext, type TestContext } from '@calmness/platform/testing';
import { BillingModule } from '../../billing.module';
import { openShop } from '../../testing/shop';
import { MentionsEnding } from './mentions-ending';

describe('texts of the CGI that come to their end', () => {
  let context: TestContext;
  beforeAll(async () => {
    context = await startTestContext({ imports: [AccountsModule, BillingModule] });
    await openShop(context);
  });
  afterAll(() => context.close());
  const counted = async (at: string) => {
    context.clock.set(at);
    return (await context.get(MentionsEnding).read()).count;
  };

  it('are told sixty days before 31 December 2027, until a successor is written', async () => {
    expect(await counted('2027-10-31T12:00:00Z')).toBe(0);
    expect(await counted('2027-11-01T12:00:00Z')).toBe(3);
    await context.dataSource.query(
      `INSERT INTO billing.mention_text (code, lang, valid_from, text, legal_ref)
       VALUES ('vat-franchise', 'fr', '2028-01-01', 'TVA non applicable.', 'CIBS')`,
    );
    expect(await counted('2028-02-01T12:00:00Z')).toBe(2);
  });
});
