export {
  WhatsAppPort,
  type WhatsAppSent,
  type WhatsAppTemplateMessage,
  type WhatsAppTextMessage,
} from './whatsapp-port';
export { TwilioWhatsAppPort } from './twilio-whatsapp-port';
export { DisabledWhatsAppPort } from './disabled-whatsapp-port';
export { whatsAppFault } from './whatsapp-outcome';
export { WhatsAppModule } from './whatsapp.module';
