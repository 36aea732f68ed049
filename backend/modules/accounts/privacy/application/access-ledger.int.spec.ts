import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Uuid } from '@calmness/platform/ids';
import { startTestContext, type TestContext } from '@calmness/platform/testing';
import { AccountsModule } from '../../accounts.module';
import { CreateAdmin } from '../../access/application/create-admin';
import { clearPeople, goodPassword, memberOf, registered } from '../../testing/people';
import { AccessLedger, type AccessNote } from './access-ledger';

describe('the access ledger', () => {
  let context: TestContext;
  let note: AccessNote;
  let memberId: Uuid;

  beforeAll(async () => {
    context = await startTestContext({ imports: [AccountsModule] });
  });
  afterAll(() => context.close());
  beforeEach(async () => {
    await clearPeople(context.dataSource);
    context.clock.set('2026-11-20T09:00:00Z');
    memberId = (await registered(context)).id;
    const admin = {
      email: 'sophie@example.fr',
      firstName: 'Sophie',
      lastName: 'Laurent',
      password: goodPassword,
    };
    await context.get(CreateAdmin).execute(admin);
    const { id: staffId } = await memberOf(context.dataSource, admin.email);
    note = { memberId, staffId, section: 'file', reason: 'support' };
  });

  const lines = () => context.get(AccessLedger).list(memberId, 10);

  it('says who opened what, when and why: first name and role, no more', async () => {
    await context.get(AccessLedger).note({ ...note, detail: '  called about an invoice ' });
    expect(await lines()).toMatchObject([
      {
        at: new Date('2026-11-20T09:00:00Z'),
        staffName: 'Sophie',
        staffRole: 'admin',
        section: 'file',
        reason: 'support',
        detail: 'called about an invoice',
      },
    ]);
  });

  it('takes a page loaded again for the same opening, a later one for another', async () => {
    await context.get(AccessLedger).note(note);
    context.clock.advance({ minutes: 9 });
    await context.get(AccessLedger).note(note);
    expect(await lines()).toHaveLength(1);
    await context.get(AccessLedger).note({ ...note, reason: 'payment' });
    context.clock.advance({ minutes: 11 });
    await context.get(AccessLedger).note(note);
    expect(await lines()).toHaveLength(3);
  });

  it('does not note who reads his own file', async () => {
    await context.get(AccessLedger).note({ ...note, staffId: memberId });
    expect(await lines()).toEqual([]);
  });

  it('cannot be rewritten or emptied, but for the words about the person', async () => {
    await context.get(AccessLedger).note({ ...note, detail: 'a word' });
    const change = (sql: string) => context.dataSource.query(sql);
    await expect(change(`UPDATE accounts.access_ledger SET reason = 'legal'`)).rejects.toThrow();
    await expect(change(`UPDATE accounts.access_ledger SET detail = 'other'`)).rejects.toThrow();
    await expect(change('DELETE FROM accounts.access_ledger')).rejects.toThrow();
    await change('UPDATE accounts.access_ledger SET detail = NULL');
    expect(await lines()).toMatchObject([{ detail: null, reason: 'support' }]);
  });
});
