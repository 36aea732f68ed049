import { Global, Module } from '@nestjs/common';
import { Config } from '@calmness/platform/config';
import { Adapters } from '@calmness/platform/observability';
import { whatsAppSandbox } from '../gate/paces';
import { DisabledWhatsAppPort } from './disabled-whatsapp-port';
import { TwilioWhatsAppPort } from './twilio-whatsapp-port';
import { WhatsAppPort } from './whatsapp-port';

async function choosePort({ vendors: { whatsapp } }: Config, adapters: Adapters): Promise<WhatsAppPort> {
  if (!whatsapp) {
    const detail = 'TWILIO_ACCOUNT_SID is not set: nothing is sent to WhatsApp';
    adapters.register('whatsapp', () => ({ state: 'disabled', detail }));
    return new DisabledWhatsAppPort();
  }
  const { host } = new URL(whatsapp.apiBase);
  const sandbox = whatsapp.from === whatsAppSandbox ? ', from the sandbox: one message every 3 seconds' : '';
  adapters.register('whatsapp', () => ({ state: 'enabled', detail: `Twilio at ${host}${sandbox}` }));
  return TwilioWhatsAppPort.load(whatsapp);
}

@Global()
@Module({
  providers: [{ provide: WhatsAppPort, inject: [Config, Adapters], useFactory: choosePort }],
  exports: [WhatsAppPort],
})
export class WhatsAppModule {}
