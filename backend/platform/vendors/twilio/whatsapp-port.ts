import type { SendOutcome } from '../outcome';

interface WhatsAppAddressed {
  /** E.164, without `whatsapp:`. */
  to: string;
  /** Where Twilio tells what became of it. */
  statusCallback: string;
  /** Seconds after which Twilio gives up: a reminder must not arrive late. */
  validForSeconds?: number;
}
/** An approved template; the only kind that may open a conversation. */
export interface WhatsAppTemplateMessage extends WhatsAppAddressed {
  /** `HX…` */
  contentSid: string;
  /** By placeholder number, `{"1": "…"}`; no value may be empty. */
  variables: Record<string, string>;
}
/** Free text, within 24 hours of the person's last message. */
export interface WhatsAppTextMessage extends WhatsAppAddressed {
  text: string;
}
export interface WhatsAppSent {
  providerId: string;
  status: string;
  body: string;
}

/** WhatsApp through Twilio. Never retries by itself. */
export abstract class WhatsAppPort {
  abstract readonly enabled: boolean;
  abstract sendTemplate(message: WhatsAppTemplateMessage): Promise<SendOutcome>;
  abstract sendText(message: WhatsAppTextMessage): Promise<SendOutcome>;
  /** What was sent to a number since then: how a doubtful send is settled. @throws Error when Twilio does not answer */
  abstract sentTo(to: string, since: Date): Promise<WhatsAppSent[]>;
  /** Whether Twilio signed a callback to exactly this public URL. */
  abstract isGenuine(signature: string, url: string, parameters: Record<string, string>): boolean;
}
