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
  | { kind: 'whatsapp-message'; number: string; word: 'stop' | 'start' | 'other' };

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
