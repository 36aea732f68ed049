import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AccountsModule, AccountsReferenceData, DemoPeople } from '@calmness/accounts';
import type { WordFieldValues } from '@calmness/contracts';
import type { DomainError } from '@calmness/platform/errors';
import { TickScheduler } from '@calmness/platform/events';
import { newId, type Uuid } from '@calmness/platform/ids';
import { SubjectSource } from '@calmness/platform/subjects';
import { startTestContext, type TestContext } from '@calmness/platform/testing';
import { Announce } from '../announcements/application/announce';
import { SendDue } from '../delivery/application/send-due';
import { DeliveryEntity } from '../delivery/persistence/delivery.entity';
import { NotificationsJobsModule } from '../notifications-jobs.module';
import { FakeVendors } from '../testing/fake-vendors';
import { FakeSubject, noTicks } from '../testing/fakes';
import { EditWords } from './application/edit-words';
import { ReadWords } from './application/read-words';
import { SampleSubject } from './application/sample-subject';
import { SendTest } from './application/send-test';

const key = { kind: 'mail', name: 'subscription-ends-in-3', locale: 'fr' } as const;
const own: WordFieldValues = {
  subject: 'Plus que trois jours, {{firstName}}',
  preheader: 'Votre accès finit le {{lastDay}}.',
  greeting: 'Cher·e {{firstName}},',
  paragraphs: 'Votre formule {{plan}} finit le {{lastDay}}.\n\nÀ très vite.',
  button: 'Continuer',
};

describe('the words of the staff', () => {
  let context: TestContext;
  let member: Uuid;
  let edit: EditWords;
  let words: ReadWords;
  const vendors = new FakeVendors();
  const subscription = new FakeSubject('billing.subscription');
  /** The real one, found once there is a container. */
  class Sample extends SubjectSource {
    readonly kind = 'notifications.sample';
    describe(subjectId: Uuid, recipientId: Uuid) {
      return context.get(SampleSubject).describe(subjectId, recipientId);
    }
  }

  beforeAll(async () => {
    context = await startTestContext({
      imports: [AccountsModule, NotificationsJobsModule],
      worker: true,
      subjects: [
        subscription,
        new Sample(),
        ...['accounts.member', 'accounts.verification'].map((kind) => new FakeSubject(kind)),
      ],
      replace: [...vendors.replace, { token: TickScheduler, value: noTicks }],
    });
    edit = context.get(EditWords);
    words = context.get(ReadWords);
    await context.get(AccountsReferenceData).install();
    const nadia = { email: 'nadia@example.fr', firstName: 'Nadia', lastName: 'Benali' };
    member = await context.get(DemoPeople).register({ ...nadia, roles: ['manager'] });
    await context.settle();
  });
  afterAll(() => context.close());
  beforeEach(async () => {
    await context.dataSource.query(
      'TRUNCATE notifications.intent, notifications.wording, notifications.notification CASCADE',
    );
    context.clock.set('2026-11-20T09:00:00Z');
    vendors.mail.sent.length = 0;
    vendors.telegram.enabled = true;
    const facts = { plan: 'Premium', lastDay: '23 novembre 2026' };
    subscription.description = { title: 'Premium', url: '/user/payments', facts, stillTrue: true };
  });

  const command = (revision: number) => ({ ...key, actorId: member, revision });
  const remind = async () => {
    const news = { name: key.name, subjectId: newId(), memberId: member };
    await context.get(Announce).execute(news);
    await context.get(SendDue).execute();
    return vendors.mail.sent.at(-1);
  };
  const refusal = (work: Promise<unknown>) =>
    work.then(
      () => 'accepted',
      ({ code, errors }: DomainError) =>
        [code, ...(errors ?? []).map((error) => `${error.field}:${error.code}`)].join(' '),
    );
  const deliveries = () => context.dataSource.manager.find(DeliveryEntity, { order: { id: 'ASC' } });

  it('are said once published, and the log keeps which version; the button stays the house’s', async () => {
    const before = await remind();
    await edit.saveDraft(command(0), own);
    expect((await remind())?.subject).toBe(before?.subject);
    await edit.publish(command(1), own);
    const mail = await remind();
    expect(mail?.subject).toBe('Plus que trois jours, Nadia');
    expect(mail?.text).toContain('Votre formule Premium finit le 23\u00a0novembre 2026.');
    expect(mail?.html).toContain('/user/payments');
    const [first, , last] = await deliveries();
    expect(first?.templateVersion).toMatch(/^[0-9a-f]{12}$/);
    expect(last?.templateVersion).toBe('words-1');
  });

  it('give way to the built-in ones again, and stay in the history with their authors', async () => {
    await edit.publish(command(0), own);
    const { revision } = await words.one(key);
    await edit.publish(command(revision), { ...own, subject: 'Encore trois jours' });
    const after = await words.one(key);
    expect(after.history.map(({ version, state }) => [version, state])).toEqual([
      [2, 'published'],
      [1, 'archived'],
    ]);
    expect(after.history[0]?.published_by).toBe('Nadia Benali');
    await edit.revert(command(after.revision));
    expect((await words.one(key)).fields).toEqual(after.built_in);
    expect((await remind())?.subject).toBe('Plus que 3 jours d’accès');
  });

  it('are refused with a variable nobody knows, without the news, or with markup', async () => {
    const publish = (changes: WordFieldValues) => refusal(edit.publish(command(0), { ...own, ...changes }));
    expect(await publish({ subject: 'Bonjour {{birthday}}' })).toBe(
      'request.invalid fields.subject:variable_unknown',
    );
    expect(await publish({ preheader: 'Bientôt', paragraphs: 'Bientôt fini.' })).toBe(
      'request.invalid fields.paragraphs:variable_missing',
    );
    expect(await publish({ greeting: '<b>Bonjour</b>' })).toBe('request.invalid fields.greeting:markup');
    expect(await publish({ button: '' })).toBe('request.invalid fields.button:required');
    expect(await refusal(edit.publish({ ...command(0), name: 'nothing' }, own))).toBe('request.not-found');
  });

  it('leave a trace with what they replaced, and so does a test', async () => {
    context.clock.set('2026-11-21T09:00:00Z');
    await edit.saveDraft(command(0), own);
    context.clock.advance({ minutes: 1 });
    await edit.saveDraft(command(1), { ...own, subject: 'Encore trois jours' });
    context.clock.advance({ minutes: 1 });
    await context
      .get(SendTest)
      .execute({ memberId: member, channel: 'email', name: 'invoice-ready', locale: 'en' });
    const [delivery] = await deliveries();
    const entries = await context.dataSource.query<{ action: string }[]>(
      `SELECT action, object_id AS id, before ->> 'subject' AS before, after FROM platform.audit_entry
        WHERE actor_id = $1 AND at >= '2026-11-21' ORDER BY at`,
      [member],
    );
    expect(entries).toMatchObject([
      { action: 'notifications.save-words', before: null, after: { subject: own.subject } },
      { action: 'notifications.save-words', before: own.subject, after: { subject: 'Encore trois jours' } },
      {
        ...{ action: 'notifications.test-send', id: 'mail.invoice-ready.en' },
        after: { channel: 'email', delivery_id: delivery?.id },
      },
    ]);
  });

  it('are saved by one of ten that saw the same', async () => {
    const saves = await Promise.allSettled(Array.from({ length: 10 }, () => edit.saveDraft(command(0), own)));
    expect(saves.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('are tried out on oneself, in either language, whatever one refused, outside of the rates', async () => {
    const answer = await context
      .get(SendTest)
      .execute({ memberId: member, channel: 'email', name: 'invoice-ready', locale: 'en' });
    expect(answer).toMatchObject({ to: 'na…@example.fr', left: 9 });
    await context.get(SendDue).execute();
    expect(vendors.mail.sent).toHaveLength(1);
    expect(vendors.mail.sent[0]?.subject).toMatch(/^\[Test\] /);
    expect(vendors.mail.sent[0]?.text).toContain('Hello Nadia');
    expect(await deliveries()).toMatchObject([
      { id: answer.delivery_id, test: true, state: 'sent', subjectKind: 'notifications.sample' },
    ]);
  });

  it('are tried out as they are drafted, once they could be published', async () => {
    const test = () =>
      context.get(SendTest).execute({ memberId: member, channel: 'email', name: key.name, locale: 'fr' });
    await edit.saveDraft(command(0), { ...own, subject: '{{birthday}}' });
    expect(await refusal(test())).toBe('request.invalid fields.subject:variable_unknown');
    await edit.saveDraft(command(1), own);
    await test();
    await context.get(SendDue).execute();
    expect(vendors.mail.sent[0]?.subject).toBe('[Test] Plus que trois jours, Nadia');
    expect((await remind())?.subject).toBe('Plus que 3 jours d’accès');
  });

  it('are tried out ten times an hour, raced or not', async () => {
    const test = () =>
      context
        .get(SendTest)
        .execute({ memberId: member, channel: 'email', name: 'member-erased', locale: 'fr' });
    const tests = await Promise.allSettled(Array.from({ length: 12 }, test));
    expect(tests.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
    expect(await refusal(test())).toBe('notifications.too-many-tests');
    context.clock.advance({ hours: 1, seconds: 1 });
    expect(await refusal(test())).toBe('accepted');
  });

  it('say why a test cannot leave', async () => {
    const test = (channel: 'telegram' | 'whatsapp', name = key.name) =>
      refusal(context.get(SendTest).execute({ memberId: member, channel, name, locale: 'fr' }));
    expect(await test('telegram')).toBe('notifications.no-address');
    vendors.telegram.enabled = false;
    expect(await test('telegram')).toBe('notifications.channel-off');
    expect(await test('whatsapp', 'welcome' as typeof key.name)).toBe('request.not-found');
  });
});
