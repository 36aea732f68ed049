import { Injectable } from '@nestjs/common';
import type { Locale } from '@calmness/contracts';
import type { Contact } from '@calmness/accounts';
import { Clock } from '@calmness/platform/clock';
import { Config } from '@calmness/platform/config';
import type { SubjectDescription } from '@calmness/platform/subjects';
import { WhatsAppPort, type WhatsAppSent } from '@calmness/platform/vendors/twilio';
import type { SendOutcome } from '@calmness/platform/vendors';
import { AddressStates } from '../../places/persistence/address-states';
import { WhatsAppTemplates } from '../persistence/whatsapp-templates';
import { ChannelSender, type Letter, type Place, type Written } from './channel-sender';
import { lifetime } from './lifetime';
import { cutAt, shortWords } from './short-words';

/** WhatsApp's customer service window: free text is answered, never a first word. */
const windowMs = 24 * 3_600_000;
/** Twilio keeps a message for a phone that is off this long at most. */
const validSeconds = { shortest: 60, longest: 14_400 };
const longestVariable = 600;
/** Twilio's words for a copy that arrives no more: it settles no doubt. */
const lost: readonly string[] = ['failed', 'undelivered', 'canceled'];

/** Approved templates through Twilio; free text only to somebody who wrote within the last 24 hours. */
@Injectable()
export class WhatsAppChannel extends ChannelSender {
  readonly channel = 'whatsapp';
  readonly vendor = 'whatsapp';
  readonly recognisesRepeat = false;

  constructor(
    private readonly whatsApp: WhatsAppPort,
    private readonly templates: WhatsAppTemplates,
    private readonly addresses: AddressStates,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {
    super();
  }

  get enabled(): boolean {
    return this.whatsApp.enabled;
  }

  placesOf({ whatsapp }: Contact, subject?: SubjectDescription): Promise<Place[]> {
    const address = subject?.whatsappTo ?? whatsapp;
    return Promise.resolve(address ? [{ address }] : []);
  }

  paceOf({ address }: Place): string {
    return address;
  }

  override async canCarry(template: string, locale: Locale, place: Place): Promise<boolean> {
    return (await this.templates.approved(template, locale)) !== null || this.inWindow(place);
  }

  async write(letter: Letter): Promise<Written> {
    const { delivery, contact, place } = letter;
    const template = await this.templates.approved(delivery.template, contact.locale);
    const words = wordsOf(letter, this.config.publicBaseUrl);
    const addressed = {
      to: place.address,
      statusCallback: `${this.config.publicBaseUrl}/api/webhooks/twilio/status?delivery=${delivery.id}`,
      validForSeconds: lifetime(this.clock.now(), delivery.expiresAt, validSeconds),
    };
    if (template) {
      const variables = Object.fromEntries(
        template.variables.map((name, index) => [String(index + 1), flat(words[name])]),
      );
      const message = { ...addressed, contentSid: template.contentSid, variables };
      return {
        lookUp: this.lookUp(place, Object.values(variables)),
        send: () => this.whatsApp.sendTemplate(message),
      };
    }
    if (!(await this.inWindow(place))) return { send: () => Promise.resolve(noTemplate) };
    const text = `${words['title']}\n${words['body']}\n${words['link']}`;
    return {
      lookUp: this.lookUp(place, [text]),
      send: () => this.whatsApp.sendText({ ...addressed, text }),
    };
  }

  /** A message to the same number, since the doubt began, that holds every word of this one and was not lost. */
  private lookUp({ address }: Place, parts: string[]): (since: Date) => Promise<SendOutcome | null> {
    return async (since) => {
      const sent: WhatsAppSent[] = await this.whatsApp.sentTo(address, since);
      const same = sent.find(
        ({ body, status }) => !lost.includes(status) && parts.every((part) => body.includes(part)),
      );
      return same ? { kind: 'accepted', providerId: same.providerId } : null;
    };
  }

  private async inWindow({ address }: Place): Promise<boolean> {
    const { lastInboundAt } = await this.addresses.of('whatsapp', address);
    return lastInboundAt !== null && this.clock.now().getTime() - lastInboundAt.getTime() < windowMs;
  }
}

/** Twilio would take free text and fail it later with 63016. */
const noTemplate: SendOutcome = { kind: 'permanent', reason: 'no-approved-template' };

function wordsOf(letter: Letter, baseUrl: string): Record<string, string> {
  const { contact, subject } = letter;
  const { title, body } = shortWords(letter);
  const link = `${baseUrl}${subject.url ?? '/user'}`;
  return { ...subject.facts, first_name: contact.firstName, title, body, link };
}

/** Twilio refuses empty values, line breaks, tabs and runs of spaces (21656). */
function flat(value: string | undefined): string {
  const text = cutAt((value ?? '').replaceAll(/\s+/g, ' ').trim(), longestVariable);
  return text === '' ? '—' : text;
}
