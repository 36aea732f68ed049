import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { Global, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AccountsModule, AccountsReferenceData } from '@calmness/accounts';
import { PersonalDataModule } from '@calmness/platform/composition';
import type { Config } from '@calmness/platform/config';
import { createHttpApplication, HttpModule } from '@calmness/platform/http';
import { newId } from '@calmness/platform/ids';
import { SubjectSources, type SubjectDescription } from '@calmness/platform/subjects';
import {
  createTestDatabase,
  platformImports,
  startTestContext,
  TestClock,
  testConfig,
  trustingAuth,
  type TestContext,
} from '@calmness/platform/testing';
import { DiscordPort, DiscordRestPort } from '@calmness/platform/vendors/discord';
import { PushPort, WebPushPort, isPublicOrOwnService } from '@calmness/platform/vendors/push';
import { MailSender, SmtpMailSender } from '@calmness/platform/vendors/smtp';
import { NodeTelegramPort, TelegramPort } from '@calmness/platform/vendors/telegram';
import type { RunningSimulator } from '@calmness/platform/vendors/testing';
import { TwilioWhatsAppPort, WhatsAppPort } from '@calmness/platform/vendors/twilio';
import { Announce } from '../announcements/application/announce';
import { telegramSecret } from '../ingress/telegram-secret';
import { NotificationsHttpModule } from '../notifications-http.module';
import { NotificationsJobsModule } from '../notifications-jobs.module';
import { PushSubscriptions } from '../places/application/push-subscriptions';
import { FakeSubject } from './fakes';
import { contentSid, linkedPeople, wantDiscord, type Reachable } from './reachable-people';

export const reminder = 'subscription-ends-in-3';
const telegramToken = '7900000003:AAEhBOweik6ad9r_simulated';
const discordToken = 'MTMwMDAwMDAwMDAwMDAwMDAwMQ.simulated.academy';
const guild = '1300000000000000100';
const twilio = { accountSid: `AC${'2'.repeat(32)}`, authToken: 'd'.repeat(32), from: '+33700000002' };
/** What an adapter waits for an answer here: a silence is a silence after a second, too. */
const answersWithinMs = 1_500;

/** The vendors count in real time, so the house does as well. */
class RunningClock extends TestClock {
  override now(): Date {
    return new Date();
  }
}

/** Names itself in every message, so that no two of them are the same. */
class NamedSubject extends FakeSubject {
  override describe(subjectId: string): Promise<SubjectDescription> {
    const named = `S-${subjectId}`;
    const facts = {
      plan: named,
      reference: named,
      lastDay: '19/12/2026',
      amount: '49,00 €',
      rejectReason: named,
    };
    return Promise.resolve({ title: 'Premium', url: '/user/payments', facts, stillTrue: true });
  }
}
const subjectKinds = ['billing.subscription', 'billing.payment', 'accounts.member', 'accounts.verification'];
const subjects = () => subjectKinds.map((kind) => new NamedSubject(kind));

/** Somebody reachable everywhere, by the names the vendors know. */
export interface SimulatedPerson extends Reachable {
  telegramId: number;
  discordId: string;
  browser: string;
}

/** A worker with the real adapters and an api for the callbacks, both facing a simulator instead of the world. */
export interface SimulatedAcademy {
  worker: TestContext;
  api: NestFastifyApplication;
  config: Config;
  people: SimulatedPerson[];
  query<Row extends object>(sql: string, values?: unknown[]): Promise<Row[]>;
  tell(name: Parameters<Announce['execute']>[0]['name'], person: SimulatedPerson): Promise<void>;
  /** One more worker over the same rows. */
  hire(): Promise<TestContext>;
  close(): Promise<void>;
}

export async function openSimulatedAcademy(
  simulator: RunningSimulator,
  { people: count, onDiscord }: { people: number; onDiscord: number },
): Promise<SimulatedAcademy> {
  const database = await createTestDatabase();
  const config = await configOf(simulator, database.url);
  const worker = await startWorker(config);
  await worker.get(AccountsReferenceData).install();
  const api = await startApi(config);
  await introduce(simulator, config);
  const query = <Row extends object>(sql: string, values: unknown[] = []) =>
    worker.dataSource.query<Row[]>(sql, values);
  const people = await populate(worker, simulator, count);
  await wantDiscord(worker, people.slice(0, onDiscord));
  const hired: TestContext[] = [];
  return {
    ...{ worker, api, config, people, query },
    tell: (name, { id }) => worker.get(Announce).execute({ name, subjectId: newId(), memberId: id }),
    hire: async () => {
      const another = await startWorker(config);
      hired.push(another);
      return another;
    },
    close: async () => {
      for (const each of [...hired, worker]) await each.close();
      await api.close();
      await database.drop();
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function configOf({ base, smtpPort }: RunningSimulator, databaseUrl: string): Promise<Config> {
  const port = await freePort();
  const plain = testConfig(databaseUrl, 'postgresql', {
    port,
    publicBaseUrl: `http://127.0.0.1:${port}`,
    smtp: { host: '127.0.0.1', port: smtpPort, secure: false },
    // A person gets more here in a minute than a day's budget allows.
    ringsPerDay: 1_000,
  });
  const vendors = {
    ...plain.vendors,
    telegram: { token: telegramToken, apiRoot: `${base}/telegram` },
    discordBot: { token: discordToken, apiBase: `${base}/discord/api` },
    whatsapp: { ...twilio, apiBase: `${base}/twilio` },
  };
  return { ...plain, vendors };
}

/** The real adapters, only less patient than in production. */
async function doorsOf({ vendors, smtp, fromEmail }: Config, clock: TestClock) {
  const [key, ...older] = vendors.vapid ?? [];
  if (!vendors.telegram || !vendors.discordBot || !vendors.whatsapp || !smtp || !key)
    throw new Error('The simulated academy has every vendor');
  const push = { keys: [key, ...older] as const, subject: 'mailto:support@calmness.example' };
  return [
    { token: MailSender, value: new SmtpMailSender(smtp, fromEmail, { stepWithinMs: answersWithinMs }) },
    { token: TelegramPort, value: new NodeTelegramPort(vendors.telegram, { answersWithinMs }) },
    { token: DiscordPort, value: new DiscordRestPort(vendors.discordBot, answersWithinMs) },
    { token: WhatsAppPort, value: await TwilioWhatsAppPort.load(vendors.whatsapp, answersWithinMs) },
    {
      token: PushPort,
      value: new WebPushPort({ ...push, trusts: isPublicOrOwnService }, clock, answersWithinMs),
    },
  ];
}

async function startWorker(config: Config): Promise<TestContext> {
  const clock = new RunningClock();
  return startTestContext({
    ...{ clock, config, databaseUrl: config.databaseUrl, worker: true, subjects: subjects() },
    imports: [AccountsModule, NotificationsJobsModule],
    replace: await doorsOf(config, clock),
  });
}

@Global()
@Module({
  providers: [{ provide: SubjectSources, useFactory: () => new SubjectSources(subjects()) }],
  exports: [SubjectSources],
})
class NamedSubjects {}

async function startApi(config: Config): Promise<NestFastifyApplication> {
  @Module({
    imports: [
      ...[NamedSubjects, ...platformImports(config), HttpModule, trustingAuth],
      PersonalDataModule.of({ imports: [], sources: [] }),
      ...[AccountsModule, NotificationsHttpModule],
    ],
  })
  class CallbacksApi {}
  const app = await createHttpApplication(CallbacksApi, config);
  await app.listen(config.port, '127.0.0.1');
  return app;
}

/** The vendors get to know the academy, and where it wants to be told. */
async function introduce({ control, base }: RunningSimulator, config: Config): Promise<void> {
  await control('telegram/bot', { token: telegramToken, id: 7900000003 });
  await control('discord/app', { token: discordToken });
  await control('discord/guild', { id: guild });
  const { accountSid: sid, authToken: token, from } = twilio;
  await control('twilio/account', { sid, token, senders: [`whatsapp:${from}`] });
  await control('twilio/template', { sid: contentSid, body: 'Bonjour {{1}}, {{2}}' });
  const telegram = new NodeTelegramPort({ token: telegramToken, apiRoot: `${base}/telegram` });
  await telegram.listenAt(`${config.publicBaseUrl}/api/webhooks/telegram`, telegramSecret(config.keys.link));
}

async function populate(
  worker: TestContext,
  simulator: RunningSimulator,
  count: number,
): Promise<SimulatedPerson[]> {
  const { dataSource } = worker;
  // The simulated push service has no certificate.
  await dataSource.query(
    'ALTER TABLE notifications.push_subscription DROP CONSTRAINT push_subscription_https',
  );
  const members = await linkedPeople(worker, count, [reminder]);
  await worker.settle();
  await dataSource.query('TRUNCATE notifications.intent, notifications.notification CASCADE');
  const people: SimulatedPerson[] = [];
  for (const member of members) people.push(await settleIn(worker, simulator, member));
  return people;
}

/** One person, as every vendor knows him. */
async function settleIn(
  worker: TestContext,
  { control }: RunningSimulator,
  member: Reachable,
): Promise<SimulatedPerson> {
  const discordId = member.number.slice(1);
  const telegramId = Number(discordId);
  await control('telegram/start', { user: telegramId });
  await control('discord/user', { id: discordId, username: `m${discordId}` });
  await control('discord/join', { user: discordId, guild });
  const browser = await control<{ id: string; endpoint: string; keys: { p256dh: string; auth: string } }>(
    'webpush/subscribe',
    {},
  );
  await worker
    .get(PushSubscriptions)
    .add(member.id, { endpoint: browser.endpoint, ...browser.keys }, 'Pixel');
  return { ...member, telegramId, discordId, browser: browser.id };
}
