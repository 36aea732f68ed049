import { Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { afterEach, describe, expect, it } from 'vitest';
import { DataSource } from 'typeorm';
import { ClockModule } from '@calmness/platform/clock';
import { ConfigModule, type Config } from '@calmness/platform/config';
import { Adapters, ObservabilityModule } from '@calmness/platform/observability';
import { testConfig } from '@calmness/platform/testing';
import { DiscordOAuth, DiscordPort } from './discord';
import { PushPort } from './push';
import { MailModule, MailSender } from './smtp';
import { FailoverMailSender } from './smtp/failover-mail-sender';
import { SendGridMailSender } from './smtp/sendgrid-mail-sender';
import { SmtpMailSender } from './smtp/smtp-mail-sender';
import { TelegramPort } from './telegram';
import { WhatsAppPort } from './twilio';
import { VendorGate } from './gate/vendor-gate';
import { VendorsModule } from './vendors.module';

/** Nothing here asks the database. */
@Module({ providers: [{ provide: DataSource, useValue: {} }], exports: [DataSource] })
class NoDatabaseModule {}

const smtp = { host: 'smtp.example', port: 587, secure: false };
const sendGrid = { apiKey: 'SG.the-key', apiBase: 'https://api.sendgrid.com' };
const everything: Config['vendors'] = {
  telegram: { token: '1:the-telegram-token', apiRoot: 'https://api.telegram.org' },
  discordBot: { token: 'the-discord-token', apiBase: 'https://discord.com/api' },
  discordApp: { clientId: '1', clientSecret: 'the-client-secret', apiBase: 'https://discord.com/api' },
  whatsapp: {
    ...{ accountSid: `AC${'0'.repeat(32)}`, authToken: 'the-twilio-token', from: '+14155238886' },
    apiBase: 'https://api.twilio.com',
  },
  sendGrid,
};

describe('the vendors of a process', () => {
  let close: (() => Promise<void>) | undefined;
  afterEach(() => close?.());

  const compose = async (overrides: Partial<Config> = {}) => {
    const config = testConfig('postgres://nobody@127.0.0.1/none', 'postgresql', overrides);
    const module = await Test.createTestingModule({
      imports: [
        ConfigModule.of(config),
        ClockModule,
        ObservabilityModule,
        { module: NoDatabaseModule, global: true },
        MailModule,
        VendorsModule,
      ],
    }).compile();
    await module.init();
    close = () => module.close();
    const reports = module.get(Adapters).report();
    return { module, reports, states: Object.fromEntries(reports.map(({ name, state }) => [name, state])) };
  };

  it('are disabled and say so without their settings, and every port still answers', async () => {
    const { module, states } = await compose({ vendors: {} });
    const disabled = ['mail', 'telegram', 'discord', 'discord-oauth', 'whatsapp', 'push', 'vat-register'];
    expect(states).toEqual(Object.fromEntries(disabled.map((name) => [name, 'disabled'])));
    for (const port of [TelegramPort, DiscordPort, DiscordOAuth, WhatsAppPort, PushPort])
      expect(module.get<{ enabled: boolean }>(port).enabled).toBe(false);
    const message = { chatId: '1', html: 'x' };
    expect((await module.get(TelegramPort).send(message)).kind).toBe('retryable');
    expect(await module.get(TelegramPort).botName()).toBeNull();
    expect(module.get(WhatsAppPort).isGenuine('', 'https://calmness.example', {})).toBe(false);
    expect(module.get(PushPort).publicKey).toBeNull();
    expect(module.get(VendorGate)).toBeInstanceOf(VendorGate);
  });

  it('are enabled with them, and tell no secret', async () => {
    const { module, reports, states } = await compose({ vendors: everything, smtp });
    const enabled = ['mail', 'telegram', 'discord', 'discord-oauth', 'whatsapp'];
    expect(states).toMatchObject(Object.fromEntries(enabled.map((name) => [name, 'enabled'])));
    for (const port of [TelegramPort, DiscordPort, DiscordOAuth, WhatsAppPort])
      expect(module.get<{ enabled: boolean }>(port).enabled).toBe(true);
    expect(JSON.stringify(reports)).not.toMatch(/the-(telegram|discord|client|twilio)|SG\./);
    expect(JSON.stringify(reports)).toContain('sandbox');
  });

  it('have a VAPID key of their own in development', async () => {
    const { module, states } = await compose();
    expect(states['push']).toBe('enabled');
    expect(module.get(PushPort).publicKey).toHaveLength(87);
  });

  it.each([
    ['SMTP before SendGrid', { smtp, vendors: { sendGrid } }, SmtpMailSender, 'SMTP through smtp.example'],
    ['SendGrid alone', { vendors: { sendGrid } }, SendGridMailSender, 'SendGrid'],
    [
      'both, when a second one is wanted',
      { smtp, vendors: { sendGrid, mailFailover: 'sendgrid' as const } },
      FailoverMailSender,
      'SMTP through smtp.example; what it does not accept goes to SendGrid',
    ],
    [
      'both, the other way round',
      { smtp, vendors: { sendGrid, mailFailover: 'smtp' as const } },
      FailoverMailSender,
      'SendGrid; what it does not accept goes to SMTP through smtp.example',
    ],
  ])('carry mail through %s', async (_name, overrides, sender, detail) => {
    const { module, reports } = await compose(overrides);
    expect(module.get(MailSender)).toBeInstanceOf(sender);
    expect(reports.find(({ name }) => name === 'mail')?.detail).toBe(detail);
  });
});
