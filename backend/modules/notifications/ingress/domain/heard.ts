import { createHash } from 'node:crypto';

/** What an outside event means to the house; everything else it carries is dropped at the door. */
export type Heard =
  | { kind: 'telegram-message'; userId: string; username: string | null; startTokenHash: string | null }
  | { kind: 'telegram-membership'; userId: string; blocked: boolean }
  | {
      kind: 'whatsapp-status';
      deliveryId: string | null;
      providerId: string;
      status: string;
      code: string | null;
    }
  | { kind: 'mail-event'; deliveryId: string; event: MailEvent; reason: string }
  | { kind: 'whatsapp-message'; number: string; word: 'stop' | 'start' | 'other' };

/**
 * `bounced`: the mailbox is none any more. `soft`: this one was turned away, the next one may arrive. `refused`: its
 * provider did not even try, for a reason that is not the address.
 */
export type MailEvent = 'delivered' | 'bounced' | 'soft' | 'refused' | 'complaint';

interface RawPerson {
  id?: unknown;
  username?: unknown;
  is_bot?: unknown;
}
interface RawUpdate {
  message?: { from?: RawPerson; chat?: { type?: unknown }; text?: unknown };
  my_chat_member?: { from?: RawPerson; chat?: { type?: unknown }; new_chat_member?: { status?: unknown } };
}

const startCommand = /^\/start(?:@\w+)? ([\w-]{1,64})$/;

/** Null for what nobody listens to, e.g. a message in a group. */
export function hearTelegram(raw: unknown): Heard | null {
  const { message, my_chat_member: membership } = (raw ?? {}) as RawUpdate;
  if (message?.chat?.type === 'private') return hearMessage(message.from, message.text);
  if (membership?.chat?.type !== 'private') return null;
  const userId = idOf(membership.from);
  if (!userId) return null;
  return {
    kind: 'telegram-membership',
    userId,
    blocked: membership.new_chat_member?.status === 'kicked',
  };
}

function hearMessage(from: RawPerson | undefined, text: unknown): Heard | null {
  const userId = idOf(from);
  if (!userId || from?.is_bot === true) return null;
  const token = typeof text === 'string' ? startCommand.exec(text)?.[1] : undefined;
  return {
    kind: 'telegram-message',
    userId,
    username: typeof from?.username === 'string' ? from.username : null,
    startTokenHash: token ? createHash('sha256').update(token).digest('hex') : null,
  };
}

/** Up to 52 significant bits: exact as a number, kept as text. */
function idOf(person: RawPerson | undefined): string | null {
  const id = person?.id;
  return typeof id === 'number' && Number.isSafeInteger(id) && id > 0 ? String(id) : null;
}

/** Words that end and begin messages again, as Twilio reads them, and the French ones. */
const stopWords = ['stop', 'stopall', 'unsubscribe', 'cancel', 'end', 'quit', 'arret', 'arrêt', 'arrêter'];
const startWords = ['start', 'yes', 'unstop', 'oui', 'reprendre'];

export function hearWhatsApp({ From, Body }: Record<string, string>): Heard | null {
  const number = /^whatsapp:(\+[1-9]\d{5,14})$/.exec(From ?? '')?.[1];
  if (!number) return null;
  const said = (Body ?? '').trim().toLowerCase();
  const word = stopWords.includes(said) ? 'stop' : startWords.includes(said) ? 'start' : 'other';
  return { kind: 'whatsapp-message', number, word };
}

export function hearWhatsAppStatus(
  { MessageSid, MessageStatus, ErrorCode }: Record<string, string>,
  deliveryId: string | null,
): Heard | null {
  if (!MessageSid || !MessageStatus) return null;
  return {
    kind: 'whatsapp-status',
    deliveryId,
    providerId: MessageSid,
    status: MessageStatus,
    code: ErrorCode ?? null,
  };
}

interface RawMailEvent {
  event?: unknown;
  type?: unknown;
  status?: unknown;
  reason?: unknown;
  response?: unknown;
  'smtp-id'?: unknown;
  sg_event_id?: unknown;
}
/**
 * SendGrid's words (Event Webhook reference); opens and clicks are not asked for. `deferred` comes with every attempt of
 * one mail that still may arrive: nothing is known before its last one.
 */
const mailEvents: Readonly<Record<string, MailEvent>> = {
  delivered: 'delivered',
  bounce: 'bounced',
  dropped: 'refused',
  spamreport: 'complaint',
};
/** Why SendGrid dropped a mail for its address; the other drops are our quota, our headers or a list of its own. */
const deadAddresses: readonly unknown[] = ['Bounced Address', 'Invalid'];

/** The key that tells one event from another, and what it means; null for what nobody listens to. */
export function hearMail(raw: unknown): { key: string; heard: Heard } | null {
  const said = (raw ?? {}) as RawMailEvent;
  const event = meaningOf(said);
  const deliveryId = /^<([\da-f-]{36})@/.exec(String(said['smtp-id']))?.[1];
  if (!event || !deliveryId || typeof said.sg_event_id !== 'string') return null;
  return { key: said.sg_event_id, heard: { kind: 'mail-event', deliveryId, event, reason: codesOf(said) } };
}

function meaningOf({ event, type, reason }: RawMailEvent): MailEvent | undefined {
  // A block is one server's mood, a bounce the end of a mailbox.
  if (event === 'bounce' && type === 'blocked') return 'soft';
  if (event === 'dropped' && deadAddresses.includes(reason)) return 'bounced';
  return typeof event === 'string' ? mailEvents[event] : undefined;
}

/** `bounce 550 5.1.1`: the line of the other server names the mailbox, so its codes alone are kept (RFC 5321, 3463). */
function codesOf({ event, type, status, reason, response }: RawMailEvent): string {
  const line = [reason, response].find((one): one is string => typeof one === 'string') ?? '';
  const reply = /^[245]\d\d\b/.exec(line.trim())?.[0];
  const enhanced = /(?<![\w.])[245]\.\d{1,3}\.\d{1,3}(?![\w.])/.exec(
    `${typeof status === 'string' ? status : ''} ${line}`,
  )?.[0];
  return [type === 'blocked' ? type : event, reply, enhanced].filter(Boolean).join(' ');
}
