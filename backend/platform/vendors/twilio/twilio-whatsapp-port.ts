import type twilio from 'twilio';
import type { WhatsAppSettings } from '@calmness/platform/config';
import { cutText } from '../cut-text';
import type { SendOutcome } from '../outcome';
import { faultReason, NotTheApi } from '../transport-fault';
import { TooMuchAsked, whatsAppOutcome } from './whatsapp-outcome';
import {
  WhatsAppPort,
  type WhatsAppSent,
  type WhatsAppTemplateMessage,
  type WhatsAppTextMessage,
} from './whatsapp-port';

type Sdk = typeof twilio;
type Client = ReturnType<Sdk>;
type Message = Parameters<Client['messages']['create']>[0];

const textLimit = 1_600;
const answersWithinMs = 15_000;
const longestValiditySeconds = 14_400;
/** The newest messages to one number: a doubtful one is among them. */
const listed = 50;

/** WhatsApp through Twilio's library, which is loaded only where an account is configured. */
export class TwilioWhatsAppPort extends WhatsAppPort {
  readonly enabled = true;

  private constructor(
    private readonly sdk: Sdk,
    private readonly client: Client,
    private readonly settings: WhatsAppSettings,
  ) {
    super();
  }

  static async load(
    settings: WhatsAppSettings,
    answersWithin = answersWithinMs,
  ): Promise<TwilioWhatsAppPort> {
    const { default: sdk } = await import('twilio');
    const client = sdk(settings.accountSid, settings.authToken, {
      httpClient: readingOnlyJson(new sdk.RequestClient({ timeout: answersWithin, autoRetry: false })),
    });
    client.api.baseUrl = settings.apiBase;
    return new TwilioWhatsAppPort(sdk, client, settings);
  }

  async sendTemplate(message: WhatsAppTemplateMessage): Promise<SendOutcome> {
    const entries = Object.entries(message.variables).map(([name, value]) => [name, onOneLine(value)]);
    const empty = entries.find(([, value]) => value === '');
    if (empty) return { kind: 'permanent', reason: `the template's variable ${empty[0]} is empty` };
    return this.create({
      ...this.addressed(message),
      contentSid: message.contentSid,
      contentVariables: entries.length > 0 ? JSON.stringify(Object.fromEntries(entries)) : undefined,
    });
  }

  sendText(message: WhatsAppTextMessage): Promise<SendOutcome> {
    return this.create({ ...this.addressed(message), body: cutText(message.text, textLimit) });
  }

  async sentTo(to: string, since: Date): Promise<WhatsAppSent[]> {
    // By number alone: what is still queued has no date of sending that could be asked for.
    const found = await this.client.messages
      .list({ to: onWhatsApp(to), limit: listed, pageSize: listed })
      .catch((error: unknown) => {
        throw new Error(`Twilio did not answer: ${faultReason(error)}`);
      });
    // Twilio dates messages to the second.
    const from = Math.floor(since.getTime() / 1_000) * 1_000;
    return found
      .filter((message) => message.direction !== 'inbound' && message.dateCreated.getTime() >= from)
      .map(({ sid, status, body }) => ({ providerId: sid, status, body }));
  }

  isGenuine(signature: string, url: string, parameters: Record<string, string>): boolean {
    return this.sdk.validateRequest(this.settings.authToken, signature, url, parameters);
  }

  private addressed({ to, statusCallback, validForSeconds }: WhatsAppTemplateMessage | WhatsAppTextMessage) {
    return {
      from: onWhatsApp(this.settings.from),
      to: onWhatsApp(to),
      statusCallback,
      validityPeriod: validityOf(validForSeconds),
    };
  }

  private async create(message: Message): Promise<SendOutcome> {
    try {
      const { sid } = await this.client.messages.create(message);
      return { kind: 'accepted', providerId: sid };
    } catch (error) {
      return whatsAppOutcome(error);
    }
  }
}

const onWhatsApp = (number: string): string => `whatsapp:${number}`;

/** Twilio refuses line breaks, tabs and long runs of spaces in a variable. */
const onOneLine = (value: string): string => value.replaceAll(/\s+/g, ' ').trim();

/** Whole seconds Twilio understands; what may arrive for longer than that needs no limit. */
function validityOf(seconds: number | undefined): number | undefined {
  if (seconds === undefined || seconds > longestValiditySeconds) return undefined;
  return Math.max(1, Math.floor(seconds));
}

type HttpClient = InstanceType<Sdk['RequestClient']>;

/** Headers are the transport's own, whatever the library calls them. */
function headerOf(answer: object, name: string): string | undefined {
  const { headers } = answer as { headers?: Record<string, unknown> };
  const value = headers?.[name];
  return typeof value === 'string' ? value : undefined;
}

/** The library takes any 2xx for a receipt: a page in its place is told apart here. */
function readingOnlyJson(client: HttpClient): HttpClient {
  const ask = client.request.bind(client);
  client.request = async (options) => {
    const answer = await ask(options);
    if (typeof answer.body === 'string') throw new NotTheApi(answer.statusCode);
    if (answer.statusCode === 429) throw new TooMuchAsked(answer.body, headerOf(answer, 'retry-after'));
    return answer;
  };
  return client;
}
