import { IsIn, IsOptional, IsString, IsUrl, Matches, MinLength, ValidateIf } from 'class-validator';

/** `id:key` pairs; the first signs, all of them read. */
export const keyList = /^[\w-]+:[\w+/=-]{32,}(,[\w-]+:[\w+/=-]{32,})*$/;

const snowflake = /^\d{5,20}$/;
const anyHost = { require_tld: false, require_protocol: true };

/**
 * The variables of the vendors that carry messages. A vendor without its variables is disabled; with some of them
 * only, the boot is refused. The bases are changed to try the house against a stand-in.
 */
export class VendorEnvironment {
  /** The bot's token, from @BotFather. */
  @Matches(/^\d+:[\w-]{10,}$/)
  @IsOptional()
  TELEGRAM_BOT_TOKEN?: string;

  @IsUrl(anyHost)
  TELEGRAM_API_ROOT = 'https://api.telegram.org';

  @IsString()
  @MinLength(10)
  @IsOptional()
  DISCORD_BOT_TOKEN?: string;

  /** The academy's server on Discord; its bot has to be a member of it. */
  @Matches(snowflake)
  @IsOptional()
  DISCORD_GUILD_ID?: string;

  /** With its secret: members connect their Discord account through OAuth 2. */
  @Matches(snowflake)
  @IsOptional()
  DISCORD_CLIENT_ID?: string;

  @IsString()
  @MinLength(8)
  @IsOptional()
  DISCORD_CLIENT_SECRET?: string;

  @IsUrl(anyHost)
  DISCORD_API_BASE = 'https://discord.com/api';

  @Matches(/^AC[0-9a-fA-F]{32}$/)
  @IsOptional()
  TWILIO_ACCOUNT_SID?: string;

  @IsString()
  @MinLength(8)
  @IsOptional()
  TWILIO_AUTH_TOKEN?: string;

  /** The WhatsApp sender, E.164; +14155238886 is Twilio's sandbox and paced accordingly. */
  @Matches(/^(whatsapp:)?\+[1-9]\d{6,14}$/)
  @IsOptional()
  TWILIO_WHATSAPP_FROM?: string;

  @IsUrl(anyHost)
  TWILIO_API_BASE = 'https://api.twilio.com';

  /** Mail through SendGrid: alone without SMTP, or beside it as the second provider. */
  @IsString()
  @MinLength(8)
  @IsOptional()
  SENDGRID_API_KEY?: string;

  @IsUrl(anyHost)
  SENDGRID_API_BASE = 'https://api.sendgrid.com';

  /** The public key SendGrid signs its event webhook with (base64): bounces and complaints come back through it. */
  @Matches(/^[A-Za-z0-9+/]{80,}={0,2}$/)
  @IsOptional()
  SENDGRID_WEBHOOK_KEY?: string;

  /** The provider that takes a mail the other one said it did not accept; both have to be configured. */
  @IsIn(['sendgrid', 'smtp'])
  @IsOptional()
  CALMNESS_MAIL_FAILOVER?: 'sendgrid' | 'smtp';

  /** The domain mails through SMTP are signed for (DKIM), the selector of its record and the key in PEM. */
  @Matches(/^[a-z0-9.-]+\.[a-z]{2,}$/i)
  @IsOptional()
  CALMNESS_DKIM_DOMAIN?: string;

  @Matches(/^[a-z0-9._-]+$/i)
  @IsOptional()
  CALMNESS_DKIM_SELECTOR?: string;

  /** Line breaks may be written `\n`. */
  @Matches(/^-----BEGIN [A-Z ]*PRIVATE KEY-----/)
  @IsOptional()
  CALMNESS_DKIM_PRIVATE_KEY?: string;

  /** The European register of VAT numbers (VIES, REST): asked in production unless empty, elsewhere once it is set. */
  @IsUrl(anyHost)
  @ValidateIf(({ CALMNESS_VAT_REGISTER_BASE: base }: VendorEnvironment) => Boolean(base))
  CALMNESS_VAT_REGISTER_BASE?: string;

  /** Private keys of web push (VAPID, P-256, base64url): made once in development, push is disabled without them. */
  @Matches(keyList)
  @IsOptional()
  CALMNESS_VAPID_KEYS?: string;
}

export const vendorVariables = [
  'TELEGRAM_BOT_TOKEN',
  'TELEGRAM_API_ROOT',
  'DISCORD_BOT_TOKEN',
  'DISCORD_GUILD_ID',
  'DISCORD_CLIENT_ID',
  'DISCORD_CLIENT_SECRET',
  'DISCORD_API_BASE',
  'TWILIO_ACCOUNT_SID',
  'TWILIO_AUTH_TOKEN',
  'TWILIO_WHATSAPP_FROM',
  'TWILIO_API_BASE',
  'SENDGRID_API_KEY',
  'SENDGRID_API_BASE',
  'SENDGRID_WEBHOOK_KEY',
  'CALMNESS_MAIL_FAILOVER',
  'CALMNESS_DKIM_DOMAIN',
  'CALMNESS_DKIM_SELECTOR',
  'CALMNESS_DKIM_PRIVATE_KEY',
  'CALMNESS_VAT_REGISTER_BASE',
  'CALMNESS_VAPID_KEYS',
] as const satisfies readonly (keyof VendorEnvironment)[];
