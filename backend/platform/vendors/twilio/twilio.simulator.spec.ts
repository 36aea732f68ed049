import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasSimulator, startSimulator, type RunningSimulator } from '../testing/simulator';
import { TwilioWhatsAppPort } from './twilio-whatsapp-port';

const account = { accountSid: `AC${'1'.repeat(32)}`, authToken: 'a'.repeat(32), from: '+33700000001' };
const contentSid = `HX${'b'.repeat(32)}`;
const awa = '+33612345678';

describe.skipIf(!hasSimulator('Twilio'))('Twilio, simulated', () => {
  let simulator: RunningSimulator;
  let port: TwilioWhatsAppPort;
  let statusCallback: string;
  const callbacks: { signature: string; parameters: Record<string, string> }[] = [];
  const ear = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
    request.on('end', () => {
      const signature = String(request.headers['x-twilio-signature']);
      callbacks.push({ signature, parameters: Object.fromEntries(new URLSearchParams(text)) });
      response.end();
    });
  });
  let sent = 0;
  beforeAll(async () => {
    simulator = await startSimulator();
    const { control, base } = simulator;
    const { accountSid: sid, authToken: token, from } = account;
    await control('twilio/account', { sid, token, senders: [`whatsapp:${from}`] });
    await control('limits', { on: false });
    await control('twilio/template', { sid: contentSid, body: 'Bonjour {{1}}, {{2}}' });
    await new Promise<void>((resolve) => ear.listen(0, '127.0.0.1', resolve));
    statusCallback = `http://127.0.0.1:${(ear.address() as AddressInfo).port}/status`;
    port = await TwilioWhatsAppPort.load({ ...account, apiBase: `${base}/twilio` }, 1_500);
  });
  afterAll(() => {
    ear.closeAllConnections();
    ear.close();
  });
  const send = (to = awa) => {
    sent += 1;
    const variables = { '1': 'Awa', '2': `rappel\n${sent}` };
    return port.sendTemplate({ to, statusCallback, contentSid, variables, validForSeconds: 7_200 });
  };
  const fault = (kind: string, more: object = {}) =>
    simulator.control('faults', { service: 'twilio', op: 'CreateMessage', kind, ...more });

  it('sends a template and believes the callbacks that are signed', async () => {
    expect((await send()).kind).toBe('accepted');
    await expect.poll(() => callbacks.length).toBeGreaterThan(0);
    for (const { signature, parameters } of callbacks) {
      expect(port.isGenuine(signature, statusCallback, parameters)).toBe(true);
      expect(port.isGenuine(signature, statusCallback, { ...parameters, MessageStatus: 'forged' })).toBe(
        false,
      );
    }
  });

  it('sends free text after the person wrote', async () => {
    await simulator.control('twilio/inbound', { from: `whatsapp:${awa}`, body: 'bonjour' });
    expect((await port.sendText({ to: awa, statusCallback, text: 'Bonjour Awa' })).kind).toBe('accepted');
  });

  it('knows a template that is none', async () => {
    const unknown = { to: awa, statusCallback, contentSid: `HX${'c'.repeat(32)}`, variables: { '1': 'x' } };
    expect(await port.sendTemplate(unknown)).toEqual({ kind: 'permanent', reason: 'code 21655' });
  });

  it.each([
    ['429', 'retryable'],
    ['500', 'retryable'],
    ['502', 'retryable'],
    ['503', 'retryable'],
    ['html', 'retryable'],
    ['reset', 'unknown'],
    ['timeout', 'unknown'],
  ])('takes %s for %s', async (kind, outcome) => {
    await fault(kind, { retry_after: 0 });
    expect((await send()).kind).toBe(outcome);
  });

  it.each(['drop_after', 'hang_after'])('finds what left after all when %s leaves a doubt', async (kind) => {
    const since = new Date();
    await fault(kind);
    expect((await send()).kind).toBe('unknown');
    const found = await port.sentTo(awa, since);
    expect(found.filter(({ body }) => body === `Bonjour Awa, rappel ${sent}`)).toHaveLength(1);
  });

  it('leaves Twilio nothing to complain about', async () => {
    expect(await simulator.complaints('Twilio')).toEqual({ violations: [], duplicates: 0 });
  });
});
