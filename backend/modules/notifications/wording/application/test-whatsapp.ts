import { Injectable } from '@nestjs/common';
import type { Locale } from '@calmness/contracts';
import { Config } from '@calmness/platform/config';
import { newId } from '@calmness/platform/ids';
import type { SendOutcome } from '@calmness/platform/vendors';
import { WhatsAppPort } from '@calmness/platform/vendors/twilio';
import { WhatsAppTemplates } from '../../delivery/persistence/whatsapp-templates';
import { whatsAppVariables } from '../domain/whatsapp-words';

export interface WhatsAppTest {
  /** E.164. */
  to: string;
  /** The announcement whose approved template is tried; free text without one. */
  template?: string;
  locale: Locale;
}
export interface WhatsAppTestResult {
  outcome: SendOutcome;
  /** What it means, and what to do about it. */
  meaning: string;
}

/** One message through the port, for the person who sets WhatsApp up: no member, no row, no engine. */
@Injectable()
export class TestWhatsApp {
  constructor(
    private readonly whatsApp: WhatsAppPort,
    private readonly templates: WhatsAppTemplates,
    private readonly config: Config,
  ) {}

  /** @throws Error when WhatsApp is not configured, or no approved template carries that announcement */
  async execute(test: WhatsAppTest): Promise<WhatsAppTestResult> {
    if (!this.whatsApp.enabled)
      throw new Error('WhatsApp is off: set TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN and TWILIO_WHATSAPP_FROM');
    const outcome = test.template ? await this.template(test, test.template) : await this.text(test);
    return { outcome, meaning: meaningOf(outcome) };
  }

  private text({ to, locale }: WhatsAppTest): Promise<SendOutcome> {
    const text =
      locale === 'fr' ? 'Essai de Calmness : tout fonctionne.' : 'A test from Calmness: all is well.';
    return this.whatsApp.sendText({ to, text, statusCallback: this.callback() });
  }

  private async template({ to, locale }: WhatsAppTest, announcement: string): Promise<SendOutcome> {
    const template = await this.templates.approved(announcement, locale);
    if (!template) throw new Error(`No approved template carries ${announcement} in ${locale}`);
    const samples = whatsAppVariables(announcement, locale);
    const variables = Object.fromEntries(
      template.variables.map((name, index) => [
        String(index + 1),
        samples.find((one) => one.name === name)?.sample ?? '—',
      ]),
    );
    const { contentSid } = template;
    return this.whatsApp.sendTemplate({ to, contentSid, variables, statusCallback: this.callback() });
  }

  /** Of a delivery nobody waits for. */
  private callback(): string {
    return `${this.config.publicBaseUrl}/api/webhooks/twilio/status?delivery=${newId()}`;
  }
}

function meaningOf(outcome: SendOutcome): string {
  switch (outcome.kind) {
    case 'accepted':
      return 'Twilio took it; whether it arrives is told by its status callback (63016: no open window, use a template).';
    case 'permanent':
      return 'Twilio refused it for good: mend what the reason names, then try again.';
    case 'retryable':
      return 'Twilio did not take it now: try again later; the engine would by itself.';
    case 'unknown':
      return 'Nobody knows whether it arrived: look into the Twilio console before trying again.';
  }
}
