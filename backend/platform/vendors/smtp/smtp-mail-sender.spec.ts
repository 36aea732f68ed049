import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { Mail } from './mail-sender';
import { outcomeOf, SmtpMailSender } from './smtp-mail-sender';

type Verb = 'MAIL' | 'RCPT' | 'DATA' | 'END';
type Answers = Partial<Record<Verb, string>>;

const usual: Record<string, string> = { DATA: '354 go on\r\n' };

/** One conversation: each command is answered from the script, the message itself with END. */
function converse(socket: Socket, answers: Answers, received: string[]): void {
  let inData = false;
  const answer = (line: string): void => {
    received.push(line);
    if (inData && line !== '.') return;
    const verb = inData ? 'END' : (line.split(/[ :]/)[0] ?? '').toUpperCase();
    const said = answers[verb as Verb] ?? usual[verb] ?? '250 fine\r\n';
    inData = said.startsWith('354');
    if (said === 'hang up') socket.destroy();
    else socket.write(said);
  };
  socket.on('error', () => undefined);
  socket.on('data', (chunk) => chunk.toString('utf8').split('\r\n').filter(Boolean).forEach(answer));
  socket.write('220 fake ESMTP\r\n');
}

async function startFakeSmtp(
  answers: Answers,
): Promise<{ port: number; received: string[]; server: Server }> {
  const received: string[] = [];
  const server = createServer((socket) => converse(socket, answers, received));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port, received, server };
}

const mail: Mail = {
  messageId: '<delivery-1@calmness.example>',
  to: 'jean@example.org',
  subject: 'é œ € 🎓',
  text: 'Bonjour',
  html: '<p>Bonjour</p>',
  attachments: [],
  unsubscribeUrl: null,
};

describe('the SMTP adapter', () => {
  let server: Server | undefined;
  afterEach(() => server?.close());

  const send = async (answers: Parameters<typeof startFakeSmtp>[0], changes: Partial<Mail> = {}) => {
    const fake = await startFakeSmtp(answers);
    server = fake.server;
    const sender = new SmtpMailSender(
      { host: '127.0.0.1', port: fake.port, secure: false },
      'a@calmness.example',
    );
    return { outcome: await sender.send({ ...mail, ...changes }), received: fake.received };
  };

  it('sends once, with the stable Message-ID', async () => {
    const { outcome, received } = await send({});
    expect(outcome.kind).toBe('accepted');
    expect(received.filter((line) => line.startsWith('MAIL FROM'))).toHaveLength(1);
    expect(received).toContain('Message-ID: <delivery-1@calmness.example>');
  });

  it('lets a mail program end such mails with one click, and only those that may be ended', async () => {
    const unsubscribeUrl = 'https://calmness.example/api/notifications/unsubscribe/token';
    const { received } = await send({}, { unsubscribeUrl });
    // Long headers are folded: a line that begins with a space belongs to the one before.
    const headers = received.join('\n').replaceAll(/\n\s+/g, ' ');
    expect(headers).toContain(`List-Unsubscribe: <${unsubscribeUrl}>`);
    expect(headers).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    expect((await send({})).received.join()).not.toContain('List-Unsubscribe');
  });

  it('reads 4xx as try again and 5xx as never', async () => {
    expect((await send({ RCPT: '451 later\r\n' })).outcome.kind).toBe('retryable');
    expect((await send({ RCPT: '550 no such user\r\n' })).outcome.kind).toBe('permanent');
  });

  it('says unknown when the line breaks after the message was handed over', async () => {
    expect((await send({ END: 'hang up' })).outcome.kind).toBe('unknown');
  });

  it('says retryable when nobody listens', async () => {
    const fake = await startFakeSmtp({});
    await new Promise((resolve) => fake.server.close(resolve));
    const sender = new SmtpMailSender(
      { host: '127.0.0.1', port: fake.port, secure: false },
      'a@calmness.example',
    );
    expect((await sender.send(mail)).kind).toBe('retryable');
  });

  it('keeps addresses and texts out of its reasons', () => {
    expect(outcomeOf({ code: 'EENVELOPE', responseCode: 550, command: 'RCPT TO' }, false)).toEqual({
      kind: 'permanent',
      reason: 'EENVELOPE 550 RCPT TO',
    });
  });
});
