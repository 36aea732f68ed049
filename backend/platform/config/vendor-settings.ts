import { createECDH, createPrivateKey } from 'node:crypto';
import type { Environment } from './environment';
import { developmentKey, KeyRing } from './key-ring';

export interface TelegramSettings {
  token: string;
  apiRoot: string;
}
export interface DiscordBotSettings {
  token: string;
  apiBase: string;
  /** The academy's server; undefined when the bot only writes to people. */
  guildId?: string;
}
export interface DiscordAppSettings {
  clientId: string;
  clientSecret: string;
  apiBase: string;
}
export interface WhatsAppSettings {
  accountSid: string;
  authToken: string;
  /** E.164, without `whatsapp:`. */
  from: string;
  apiBase: string;
}
export interface SendGridSettings {
  apiKey: string;
  apiBase: string;
  /** Base64 of what its events are signed with; without it they are refused. */
  webhookKey?: string;
}
export interface VatRegisterSettings {
  base: string;
}
export interface DkimSettings {
  domain: string;
  selector: string;
  /** PEM. */
  privateKey: string;
}
/** Both halves in base64url, as web push wants them. */
export interface VapidKey {
  publicKey: string;
  privateKey: string;
}
export type MailProvider = 'smtp' | 'sendgrid';

/** Secrets of others: nothing here is ever logged or answered. */
export interface VendorSettings {
  telegram?: TelegramSettings;
  discordBot?: DiscordBotSettings;
  discordApp?: DiscordAppSettings;
  whatsapp?: WhatsAppSettings;
  sendGrid?: SendGridSettings;
  dkim?: DkimSettings;
  vatRegister?: VatRegisterSettings;
  /** Takes what the other mail provider did not accept. */
  mailFailover?: MailProvider;
  /** The first signs; browsers that subscribed under an older one are still reached. */
  vapid?: VapidKey[];
}

type Name = keyof Environment;

/** Given together or not at all. */
const together: Name[][] = [
  ['DISCORD_CLIENT_ID', 'DISCORD_CLIENT_SECRET'],
  ['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN', 'TWILIO_WHATSAPP_FROM'],
  ['CALMNESS_DKIM_DOMAIN', 'CALMNESS_DKIM_SELECTOR', 'CALMNESS_DKIM_PRIVATE_KEY'],
];
/** The first makes no sense without the second. */
const needs: [Name, Name][] = [
  ['DISCORD_GUILD_ID', 'DISCORD_BOT_TOKEN'],
  ['CALMNESS_DKIM_DOMAIN', 'SMTP_HOST'],
  ['CALMNESS_MAIL_FAILOVER', 'SMTP_HOST'],
  ['CALMNESS_MAIL_FAILOVER', 'SENDGRID_API_KEY'],
  ['SENDGRID_WEBHOOK_KEY', 'SENDGRID_API_KEY'],
];

/** A vendor configured by half, or with a key that is none: each fault names the variable to mend. */
export function vendorFaults(environment: Environment): string[] {
  return [...missingPartners(environment), ...vapidFaults(environment), ...dkimFaults(environment)];
}

function missingPartners(environment: Environment): string[] {
  const partners = together.flatMap((names) =>
    names
      .filter((name) => !environment[name] && names.some((other) => environment[other]))
      .map((name) => `${name}: required with ${names.filter((other) => environment[other]).join(' and ')}`),
  );
  const needed = needs
    .filter(([name, other]) => environment[name] && !environment[other])
    .map(([name, other]) => `${other}: required with ${name}`);
  return [...partners, ...needed];
}

function vapidFaults({ CALMNESS_VAPID_KEYS: list }: Environment): string[] {
  if (!list) return [];
  const usable = KeyRing.parse(list)
    .all()
    .every(({ secret }) => vapidKeyOf(secret) !== null);
  return usable ? [] : ['CALMNESS_VAPID_KEYS: each key is a P-256 private key of 32 bytes in base64url'];
}

/** A key that cannot sign would leave mails unsigned without a word. */
function dkimFaults(environment: Environment): string[] {
  const dkim = dkimOf(environment);
  if (!dkim) return [];
  try {
    if (createPrivateKey(dkim.privateKey).asymmetricKeyType === 'rsa') return [];
  } catch {
    // The fault below says it without repeating the key.
  }
  return ['CALMNESS_DKIM_PRIVATE_KEY: not an RSA private key in PEM'];
}

/** The pair of a private key; null when it is none. */
function vapidKeyOf(privateKey: string): VapidKey | null {
  const bytes = Buffer.from(privateKey, 'base64url');
  if (bytes.length !== 32) return null;
  const curve = createECDH('prime256v1');
  try {
    curve.setPrivateKey(bytes);
  } catch {
    return null;
  }
  return {
    privateKey: bytes.toString('base64url'),
    publicKey: curve.getPublicKey('base64url', 'uncompressed'),
  };
}

function vapidOf(environment: Environment): VapidKey[] | undefined {
  const list =
    environment.CALMNESS_VAPID_KEYS ??
    (environment.NODE_ENV === 'production'
      ? undefined
      : developmentKey(environment.CALMNESS_DATA_DIR, 'vapid'));
  if (!list) return undefined;
  return KeyRing.parse(list)
    .all()
    .flatMap(({ secret }) => vapidKeyOf(secret) ?? []);
}

/** What the environment says of each vendor; call it once the faults are known to be none. */
export function vendorSettingsOf(environment: Environment): VendorSettings {
  return {
    telegram: telegramOf(environment),
    discordBot: discordBotOf(environment),
    discordApp: discordAppOf(environment),
    whatsapp: whatsAppOf(environment),
    sendGrid: sendGridOf(environment),
    dkim: dkimOf(environment),
    vatRegister: vatRegisterOf(environment),
    mailFailover: environment.CALMNESS_MAIL_FAILOVER,
    vapid: vapidOf(environment),
  };
}

const bare = (base: string): string => base.replace(/\/+$/, '');

function sendGridOf(environment: Environment): SendGridSettings | undefined {
  const { SENDGRID_API_KEY: apiKey, SENDGRID_API_BASE: base, SENDGRID_WEBHOOK_KEY: webhookKey } = environment;
  return apiKey ? { apiKey, apiBase: bare(base), webhookKey } : undefined;
}

const europeanRegister = 'https://ec.europa.eu/taxation_customs/vies/rest-api';

function vatRegisterOf(environment: Environment): VatRegisterSettings | undefined {
  const usual = environment.NODE_ENV === 'production' ? europeanRegister : undefined;
  const base = environment.CALMNESS_VAT_REGISTER_BASE ?? usual;
  return base ? { base: bare(base) } : undefined;
}

function telegramOf({ TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: root }: Environment) {
  return token ? { token, apiRoot: bare(root) } : undefined;
}

function discordBotOf(environment: Environment): DiscordBotSettings | undefined {
  const token = environment.DISCORD_BOT_TOKEN;
  if (!token) return undefined;
  return { token, apiBase: bare(environment.DISCORD_API_BASE), guildId: environment.DISCORD_GUILD_ID };
}

function discordAppOf(environment: Environment): DiscordAppSettings | undefined {
  const { DISCORD_CLIENT_ID: clientId, DISCORD_CLIENT_SECRET: clientSecret } = environment;
  if (!clientId || !clientSecret) return undefined;
  return { clientId, clientSecret, apiBase: bare(environment.DISCORD_API_BASE) };
}

function whatsAppOf(environment: Environment): WhatsAppSettings | undefined {
  const { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken } = environment;
  const from = environment.TWILIO_WHATSAPP_FROM?.replace('whatsapp:', '');
  if (!accountSid || !authToken || !from) return undefined;
  return { accountSid, authToken, from, apiBase: bare(environment.TWILIO_API_BASE) };
}

function dkimOf(environment: Environment): DkimSettings | undefined {
  const { CALMNESS_DKIM_DOMAIN: domain, CALMNESS_DKIM_SELECTOR: selector } = environment;
  const privateKey = environment.CALMNESS_DKIM_PRIVATE_KEY?.replaceAll('\\n', '\n');
  return domain && selector && privateKey ? { domain, selector, privateKey } : undefined;
}
