export { Config, ConfigError, readConfig, type SmtpSettings } from './config';
export { ConfigModule } from './config.module';
export { keyedHash, keyedHashes } from './keyed-hash';
export { KeyRing, keyPurposes, type KeyPurpose } from './key-ring';
export { seal, unseal } from './sealed-text';
export type {
  DiscordAppSettings,
  DiscordBotSettings,
  DkimSettings,
  MailProvider,
  SendGridSettings,
  TelegramSettings,
  VapidKey,
  VendorSettings,
  WhatsAppSettings,
} from './vendor-settings';
