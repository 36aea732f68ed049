export {
  WhatsAppPort,
  type WhatsAppSent,
  type WhatsAppTemplateMessage,
  type WhatsAppTextMessage,
} from './whatsapp-port';
