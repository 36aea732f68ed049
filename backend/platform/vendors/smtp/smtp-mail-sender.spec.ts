import { generateKeyPairSync } from 'node:crypto';
import { createServer as createNetServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import type { Mail } from './mail-sender';
import { SmtpMailSender, type SmtpOptions } from './smtp-mail-sender';
import { smtpOutcome } from './smtp-outcome';

const mail: Mail = {
  messageId: '<delivery-1@calmness.example>',
  to: 'jean@example.org',
  subject: 'é œ € 🎓',
  text: 'Bonjour',
  html: '<p>Bonjour</p>',
  attachments: [],
  unsubscribeUrl: null,
};
type Stage = 'onAuth' | 'onMailFrom' | 'onRcptTo' | 'onData';

/** A relay's refusal, with its code. */
const refusing = (responseCode: number, text: string) => Object.assign(new Error(text), { responseCode });

describe('the SMTP adapter', () => {
  const closing: (() => unknown)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
  });

  const openSender = (
    port: number,
    options: SmtpOptions = {},
    credentials: { user?: string; password?: string } = {},
  ) => {
    const settings = { host: '127.0.0.1', port, secure: false, ...credentials };
    const sender = new SmtpMailSender(settings, 'a@calmness.example', { stepWithinMs: 1_000, ...options });
    closing.push(() => sender.onApplicationShutdown());
    return sender;
  };
  const listen = async (server: Server | SMTPServer): Promise<number> => {
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    closing.push(() => new Promise<void>((resolve) => void server.close(() => resolve())));
    return ((server instanceof SMTPServer ? server.server : server).address() as AddressInfo).port;
  };
  /** A relay that takes everything, except at one stage. */
  const startRelay = async (refusal?: { at: Stage; error: Error }, options: SMTPServerOptions = {}) => {
    const received: string[] = [];
    const sessions = new Set<string>();
    const refuse = (at: Stage) => (refusal?.at === at ? refusal.error : null);
    const relay = new SMTPServer({
      disabledCommands: ['STARTTLS'],
      authOptional: true,
      onAuth: (_auth, _session, answer) => answer(refuse('onAuth'), { user: 'academy' }),
      onMailFrom: (_address, _session, answer) => answer(refuse('onMailFrom')),
      onRcptTo: (_address, _session, answer) => answer(refuse('onRcptTo')),
      onData: (stream, session, answer) => {
        let text = '';
        sessions.add(session.id);
        stream.setEncoding('utf8');
        stream.on('data', (chunk: string) => {
          text += chunk;
        });
        stream.on('end', () => {
          received.push(text);
          answer(refuse('onData'));
        });
      },
      ...options,
    });
    // Clients that leave in the middle are part of the trial.
    relay.on('error', () => undefined);
    return { port: await listen(relay), received, sessions };
  };
  const sendThrough = async (refusal?: { at: Stage; error: Error }, changes: Partial<Mail> = {}) => {
    const relay = await startRelay(refusal);
    return { ...relay, outcome: await openSender(relay.port).send({ ...mail, ...changes }) };
  };
  /** Long headers are folded: a line that begins with a space belongs to the one before. */
  const unfolded = (text: string | undefined) => (text ?? '').replaceAll(/\r\n[ \t]+/g, ' ');

  it('sends once, with the stable Message-ID', async () => {
    const { outcome, received } = await sendThrough();
    expect(outcome).toEqual({ kind: 'accepted', providerId: mail.messageId });
    expect(received).toHaveLength(1);
    expect(received[0]).toContain('Message-ID: <delivery-1@calmness.example>');
  });

  it('keeps its connection for the next mail', async () => {
    const { port, received, sessions } = await startRelay();
    const sender = openSender(port);
    for (let n = 0; n < 5; n += 1) expect((await sender.send(mail)).kind).toBe('accepted');
    expect(received).toHaveLength(5);
    expect(sessions.size).toBe(1);
  });

  it('lets a mail program end such mails with one click, and only those that may be ended', async () => {
    const unsubscribeUrl = 'https://calmness.example/api/notifications/unsubscribe/token';
    const headers = unfolded((await sendThrough(undefined, { unsubscribeUrl })).received[0]);
    expect(headers).toContain(`List-Unsubscribe: <${unsubscribeUrl}>`);
    expect(headers).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    expect((await sendThrough()).received.join()).not.toContain('List-Unsubscribe');
  });

  it('signs for its domain, both headers of one click included', async () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 1_024 });
    const dkim = {
      ...{ domain: 'calmness.example', selector: 's1' },
      privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    };
    const { port, received } = await startRelay();
    const unsubscribeUrl = 'https://calmness.example/api/notifications/unsubscribe/token';
    expect((await openSender(port, { dkim }).send({ ...mail, unsubscribeUrl })).kind).toBe('accepted');
    const signature = unfolded(received[0]?.split('\r\n\r\n')[0])
      .split('\r\n')
      .find((line) => line.startsWith('DKIM-Signature'));
    expect(signature).toContain('d=calmness.example');
    expect(signature?.toLowerCase()).toMatch(/h=[^;]*list-unsubscribe:[^;]*list-unsubscribe-post/);
  });

  it.each<[string, Stage, Error, unknown]>([
    [
      'tries again what a greylist put off',
      'onRcptTo',
      refusing(451, '4.7.1 greylisted'),
      { kind: 'retryable', reason: 'the relay answered 451 to RCPT TO' },
    ],
    [
      'gives a mailbox up that is none',
      'onRcptTo',
      refusing(550, '5.1.1 no such user jean@example.org'),
      { kind: 'permanent', reason: 'the relay answered 550 to RCPT TO', address: 'unreachable' },
    ],
    [
      'blames a policy on nobody',
      'onRcptTo',
      refusing(550, '5.7.1 blocked for jean@example.org'),
      { kind: 'permanent', reason: 'the relay answered 550 to RCPT TO' },
    ],
    [
      'gives a mail up the relay found too bad',
      'onData',
      refusing(554, '5.6.0 spam'),
      { kind: 'permanent', reason: 'the relay answered 554 to DATA' },
    ],
    [
      'tries again when the relay has no room',
      'onData',
      refusing(452, '4.3.1 no room'),
      { kind: 'retryable', reason: 'the relay answered 452 to DATA' },
    ],
    [
      'keeps mails while the relay wants a login',
      'onMailFrom',
      refusing(530, '5.7.0 authentication required'),
      { kind: 'retryable', reason: 'the relay answered 530 to MAIL FROM' },
    ],
  ])('%s', async (_name, at, error, expected) => {
    const { outcome, received } = await sendThrough({ at, error });
    expect(outcome).toEqual(expected);
    expect(received).toHaveLength(at === 'onData' ? 1 : 0);
  });

  it('keeps mails while its password is refused', async () => {
    const { port } = await startRelay({ at: 'onAuth', error: refusing(535, '5.7.8 bad credentials') });
    const outcome = await openSender(port, {}, { user: 'academy', password: 'the-password' }).send(mail);
    expect(outcome.kind).toBe('retryable');
    expect(JSON.stringify(outcome)).not.toContain('the-password');
  });

  describe('when the line breaks', () => {
    /** A relay of a few lines, which may do at a command what no proper one does. */
    const startBroken = async (at: string, what: 'hang up' | 'silence') => {
      const heard: string[] = [];
      const converse = (socket: Socket) => {
        let inData = false;
        socket.on('error', () => undefined);
        socket.on('data', (chunk) => {
          for (const line of chunk.toString('utf8').split('\r\n').filter(Boolean)) {
            if (inData && line !== '.') continue;
            const verb = inData ? 'END' : (line.split(/[ :]/)[0] ?? '').toUpperCase();
            heard.push(verb);
            inData = verb === 'DATA';
            if (verb === at && what === 'hang up') socket.destroy();
            else if (verb !== at) socket.write(inData ? '354 go on\r\n' : '250 fine\r\n');
          }
        });
        socket.write('220 fake ESMTP\r\n');
      };
      const sockets = new Set<Socket>();
      const server = createNetServer((socket) => {
        sockets.add(socket);
        converse(socket);
      });
      const port = await listen(server);
      closing.push(() => sockets.forEach((socket) => socket.destroy()));
      return { port, heard };
    };
    const meets = async (at: string, what: 'hang up' | 'silence', options: SmtpOptions = {}) => {
      const { port, heard } = await startBroken(at, what);
      const outcome = await openSender(port, { stepWithinMs: 200, ...options }).send(mail);
      expect(heard.filter((verb) => verb === 'MAIL').length).toBeLessThanOrEqual(1);
      return outcome.kind;
    };

    it('knows that nothing left before the message was handed over', async () => {
      expect(await meets('EHLO', 'silence')).toBe('retryable');
      expect(await meets('RCPT', 'hang up')).toBe('retryable');
      expect(await meets('RCPT', 'silence')).toBe('retryable');
    });

    it('says unknown after it was, and never sends again by itself', async () => {
      expect(await meets('END', 'hang up')).toBe('unknown');
      expect(await meets('END', 'silence')).toBe('unknown');
    });

    it('tells the same of a signed mail, which is read before it is handed over', async () => {
      const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 1_024 });
      const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
      const dkim = { domain: 'calmness.example', selector: 's1', privateKey: pem };
      expect(await meets('RCPT', 'hang up', { dkim })).toBe('retryable');
      expect(await meets('END', 'hang up', { dkim })).toBe('unknown');
    });

    it('says retryable when nobody listens', async () => {
      const server = createNetServer();
      const port = await listen(server);
      await closing.pop()?.();
      expect(await openSender(port).send(mail)).toEqual({
        kind: 'retryable',
        reason: 'no conversation with the relay (ECONNREFUSED)',
      });
    });
  });

  it('keeps addresses and texts out of its reasons', () => {
    const fault = {
      code: 'EENVELOPE',
      responseCode: 550,
      command: 'RCPT TO',
      response: '550 no jean@example.org',
    };
    expect(JSON.stringify(smtpOutcome(fault, false))).not.toContain('jean');
  });
});
