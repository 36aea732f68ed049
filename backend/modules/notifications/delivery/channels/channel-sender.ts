import type { Locale, OutgoingChannel, WordFieldValues } from '@calmness/contracts';
import type { Contact } from '@calmness/accounts';
import type { Uuid } from '@calmness/platform/ids';
import type { SubjectDescription } from '@calmness/platform/subjects';
import type { SendOutcome, VendorName } from '@calmness/platform/vendors';
import type { DeliveryEntity } from '../persistence/delivery.entity';

/** Where somebody is reached by a channel. */
export interface Place {
  /** What the provider calls it: a mailbox, a number, an id, an endpoint. */
  address: string;
  /** The row it comes from, where one person has several, e.g. browsers. */
  id?: Uuid;
}
/** What the staff published in the place of the built-in words. */
export interface OwnWords {
  /** Counted for each message and language by itself. */
  version: number;
  fields: WordFieldValues;
}
/** Everything a sender needs, as it is at the moment of sending. */
export interface Letter {
  delivery: DeliveryEntity;
  contact: Contact;
  subject: SubjectDescription;
  place: Place;
  /** Null, or absent, while the built-in words speak. */
  words?: OwnWords | null;
}

/** What the log keeps of the staff's own words; undefined while the built-in ones speak. */
export function ownVersion(words: OwnWords | null | undefined): string | undefined {
  return words ? `words-${words.version}` : undefined;
}

/** One way out of the house: knows where people are reached there, and how its provider is spoken to. */
export abstract class ChannelSender {
  abstract readonly channel: OutgoingChannel;
  abstract readonly vendor: VendorName;
  /** False without credentials: nothing is queued then. */
  abstract readonly enabled: boolean;
  /** True when its provider recognises the same message sent twice. */
  abstract readonly recognisesRepeat: boolean;
  /** Every place the person is reached at; none when he linked or proved nothing there. */
  abstract placesOf(contact: Contact, subject?: SubjectDescription): Promise<Place[]>;
  /** What the pace is kept by besides the provider's own, e.g. one chat; null when nothing. */
  abstract paceOf(place: Place): string | null;
  /** Whether words for this announcement may go there at all, e.g. an approved template. */
  canCarry(_template: string, _locale: Locale, _place: Place): Promise<boolean> {
    return Promise.resolve(true);
  }
  /** Everything that may fail by itself, before anything is handed over. @throws what stands in the way */
  abstract write(letter: Letter): Promise<Written>;
}

/** A message ready to be handed over. */
export interface Written {
  /** What was rendered, for the log. */
  version?: string;
  /** Settles a doubt first where the provider can be asked: what an earlier attempt became, null when it has none. */
  lookUp?: (since: Date) => Promise<SendOutcome | null>;
  /** To the provider, once. */
  send: () => Promise<SendOutcome>;
}

/** The senders by channel. */
export class ChannelSenders {
  private readonly byChannel: ReadonlyMap<OutgoingChannel, ChannelSender>;

  constructor(readonly all: readonly ChannelSender[]) {
    this.byChannel = new Map(all.map((sender) => [sender.channel, sender]));
  }

  of(channel: OutgoingChannel): ChannelSender {
    const sender = this.byChannel.get(channel);
    if (!sender) throw new Error(`No sender for ${channel}`);
    return sender;
  }
}
