import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  Max,
  Min,
  MinLength,
} from 'class-validator';
import { keyList, VendorEnvironment, vendorVariables } from './vendor-environment';

const asBoolean = (value: string): boolean => value === 'true' || value === '1';

/** The variables the process understands, checked once at boot; every fault is listed together. */
export class Environment extends VendorEnvironment {
  @IsIn(['development', 'test', 'production'])
  NODE_ENV: 'development' | 'test' | 'production' = 'development';

  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(65_535)
  PORT = 3000;

  @IsString()
  @IsOptional()
  CALMNESS_HTTP_HOST = '127.0.0.1';

  @IsUrl({ require_tld: false })
  @IsOptional()
  PUBLIC_BASE_URL?: string;

  @Matches(/^postgres(ql)?:\/\//)
  DATABASE_URL!: string;

  /** Owner of the tables, for migrations, when the application role may not change issued rows. */
  @Matches(/^postgres(ql)?:\/\//)
  @IsOptional()
  CALMNESS_DATABASE_OWNER_URL?: string;

  @Type(() => Number)
  @IsInt()
  @Min(2)
  @Max(200)
  CALMNESS_DATABASE_POOL = 10;

  @Matches(/^rediss?:\/\//)
  @IsOptional()
  REDIS_URL?: string;

  @IsString()
  @MinLength(1)
  CALMNESS_DATA_DIR = '.data';

  @IsString()
  @IsOptional()
  CALMNESS_WEB_ROOT?: string;

  @IsISO8601({ strict: true })
  @IsOptional()
  CALMNESS_CLOCK_AT?: string;

  /** Reverse proxies in front of the api whose X-Forwarded-For is believed, counted from the right. */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(10)
  CALMNESS_TRUSTED_PROXIES = 0;

  @IsIn(['debug', 'info', 'warn', 'error', 'silent'])
  CALMNESS_LOG_LEVEL: 'debug' | 'info' | 'warn' | 'error' | 'silent' = 'info';

  @Matches(keyList)
  @IsOptional()
  CALMNESS_JWT_KEYS?: string;

  @Matches(keyList)
  @IsOptional()
  CALMNESS_FILE_URL_KEYS?: string;

  @Matches(keyList)
  @IsOptional()
  CALMNESS_LINK_KEYS?: string;

  /** What the database may not hold in clear, such as the secrets of second factors. */
  @Matches(keyList)
  @IsOptional()
  CALMNESS_ENCRYPTION_KEYS?: string;

  @IsString()
  @MinLength(8)
  CALMNESS_DEMO_PASSWORD = 'Test123!';

  @IsString()
  @IsOptional()
  SMTP_HOST?: string;

  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(65_535)
  SMTP_PORT = 587;

  @IsString()
  @IsOptional()
  SMTP_USER?: string;

  @IsString()
  @IsOptional()
  SMTP_PASSWORD?: string;

  @IsBoolean()
  SMTP_SECURE = false;

  @Matches(/^(.*<)?[^<>\s]+@[^<>\s]+>?$/)
  DEFAULT_FROM_EMAIL = 'Calmness <bonjour@calmness.example>';

  @IsEmail()
  CALMNESS_SUPPORT_EMAIL = 'support@calmness.example';

  /** Messages that ring in one day of a member; what is urgent or about money rings beside. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1_000)
  CALMNESS_RINGS_PER_DAY = 6;

  /** What the database may grow to, in megabytes: the staff is told at nine tenths of it. 0 tells nobody. */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  CALMNESS_DATABASE_LIMIT_MB = 0;

  /** Free space of the data folder, in megabytes, below which the staff is told. 0 tells nobody. */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  CALMNESS_DISK_RESERVE_MB = 1_024;

  @IsString()
  @IsOptional()
  CHROMIUM_PATH?: string;

  @IsString()
  @IsOptional()
  PUPPETEER_EXECUTABLE_PATH?: string;

  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(65_535)
  CALMNESS_WORKER_HEALTH_PORT = 0;
}

/** The names `Environment` declares; anything else in the process environment is not ours. */
export function pickKnown(source: Record<string, string | undefined>): Record<string, string | boolean> {
  const known: Record<string, string | boolean> = {};
  for (const name of knownNames) {
    const value = source[name];
    if (value === undefined || value === '') continue;
    known[name] = name === 'SMTP_SECURE' ? asBoolean(value) : value;
  }
  return known;
}

/** A spec holds it complete: a variable left out here would silently keep its default. */
export const knownNames = [
  'NODE_ENV',
  'PORT',
  'CALMNESS_HTTP_HOST',
  'PUBLIC_BASE_URL',
  'DATABASE_URL',
  'CALMNESS_DATABASE_OWNER_URL',
  'CALMNESS_DATABASE_POOL',
  'REDIS_URL',
  'CALMNESS_DATA_DIR',
  'CALMNESS_WEB_ROOT',
  'CALMNESS_CLOCK_AT',
  'CALMNESS_TRUSTED_PROXIES',
  'CALMNESS_LOG_LEVEL',
  'CALMNESS_JWT_KEYS',
  'CALMNESS_FILE_URL_KEYS',
  'CALMNESS_LINK_KEYS',
  'CALMNESS_ENCRYPTION_KEYS',
  'CALMNESS_DEMO_PASSWORD',
  'SMTP_HOST',
  'SMTP_PORT',
  'SMTP_USER',
  'SMTP_PASSWORD',
  'SMTP_SECURE',
  'DEFAULT_FROM_EMAIL',
  'CALMNESS_SUPPORT_EMAIL',
  'CALMNESS_RINGS_PER_DAY',
  'CALMNESS_DATABASE_LIMIT_MB',
  'CALMNESS_DISK_RESERVE_MB',
  'CHROMIUM_PATH',
  'PUPPETEER_EXECUTABLE_PATH',
  'CALMNESS_WORKER_HEALTH_PORT',
  ...vendorVariables,
] as const satisfies readonly (keyof Environment)[];
