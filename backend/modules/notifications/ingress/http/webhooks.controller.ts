import {
  Controller,
  Headers,
  HttpCode,
  HttpStatus,
  Post,
  Query,
  Req,
  type RawBodyRequest,
} from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Public } from '@calmness/platform/auth';
import { Config } from '@calmness/platform/config';
import { DomainError } from '@calmness/platform/errors';
import { Log } from '@calmness/platform/observability';
import { isFromSendGrid } from '@calmness/platform/vendors/smtp';
import { WhatsAppPort } from '@calmness/platform/vendors/twilio';
import { hearMail, hearTelegram, hearWhatsApp, hearWhatsAppStatus, type Heard } from '../domain/heard';
import { ProviderEvents } from '../persistence/provider-events';
import { isTelegram } from '../telegram-secret';
import { TwilioStatusQuery } from './webhooks.dto';

/**
 * Where providers tell what happened. The signature first; then what was said is kept once and answered at once. What it
 * means is found out by the worker.
 */
@ApiTags('webhooks')
@Public()
@Controller('webhooks')
export class WebhooksController {
  constructor(
    private readonly events: ProviderEvents,
    private readonly whatsApp: WhatsAppPort,
    private readonly config: Config,
    private readonly log: Log,
  ) {}

  @Post('telegram')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiNoContentResponse()
  async telegram(
    @Headers('x-telegram-bot-api-secret-token') secret: string | undefined,
    @Req() { body }: FastifyRequest,
  ): Promise<void> {
    if (!isTelegram(this.config.keys.link, secret)) throw this.forged('telegram');
    const { update_id: id } = (body ?? {}) as { update_id?: unknown };
    const heard = hearTelegram(body);
    if (heard && Number.isSafeInteger(id)) await this.events.hear('telegram', String(id), heard);
  }

  @Post('twilio/status')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiNoContentResponse()
  async status(@Req() request: FastifyRequest, @Query() { delivery }: TwilioStatusQuery): Promise<void> {
    const parameters = this.signedByTwilio(request);
    const heard = hearWhatsAppStatus(parameters, delivery ?? null);
    await this.keep(`${parameters['MessageSid']}|${parameters['MessageStatus']}`, heard);
  }

  @Post('twilio/inbound')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiNoContentResponse()
  async inbound(@Req() request: FastifyRequest): Promise<void> {
    const parameters = this.signedByTwilio(request);
    await this.keep(`${parameters['MessageSid']}|inbound`, hearWhatsApp(parameters));
  }

  /** SendGrid posts several events at once, signed as the bytes they are. */
  @Post('email')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiNoContentResponse()
  async email(@Req() request: RawBodyRequest<FastifyRequest>): Promise<void> {
    const { rawBody, headers, body } = request;
    const signed = {
      signature: String(headers['x-twilio-email-event-webhook-signature']),
      timestamp: String(headers['x-twilio-email-event-webhook-timestamp']),
      body: rawBody ?? Buffer.alloc(0),
    };
    const key = this.config.vendors.sendGrid?.webhookKey;
    if (!key || !isFromSendGrid(key, signed)) throw this.forged('sendgrid');
    for (const one of Array.isArray(body) ? body : []) {
      const said = hearMail(one);
      if (said) await this.events.hear('mail', said.key, said.heard);
    }
  }

  private async keep(key: string, heard: Heard | null): Promise<void> {
    if (heard) await this.events.hear('twilio', key, heard);
  }

  /** Twilio signs the public address, which is configured: the Host header is whatever a proxy made of it. */
  private signedByTwilio(request: FastifyRequest): Record<string, string> {
    const parameters = formOf(request.body);
    const signature = request.headers['x-twilio-signature'];
    const url = `${this.config.publicBaseUrl}${request.originalUrl}`;
    const signed = this.whatsApp.enabled && typeof signature === 'string' && isForm(request);
    if (!signed || !this.whatsApp.isGenuine(signature, url, parameters)) throw this.forged('twilio');
    return parameters;
  }

  private forged(provider: string): DomainError {
    this.log.warn('a webhook with a wrong signature', { provider });
    return new DomainError('request.forbidden', {}, 'forbidden');
  }
}

/** Only a form is signed parameter by parameter: of anything else the signature would say nothing. */
function isForm({ headers }: FastifyRequest): boolean {
  return headers['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false;
}

/** New parameters appear without notice: all of them are signed, so all of them are kept for the check. */
function formOf(body: unknown): Record<string, string> {
  const entries = Object.entries((body ?? {}) as Record<string, unknown>);
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
