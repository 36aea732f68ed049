import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { Environment, pickKnown } from './environment';
import { developmentKey, KeyRing, type KeyPurpose } from './key-ring';
import { vendorFaults, vendorSettingsOf, type VendorSettings } from './vendor-settings';

const megabyte = 1_048_576;

/** Where production gives the keys of each purpose. */
const keyVariables = {
  jwt: 'CALMNESS_JWT_KEYS',
  fileUrl: 'CALMNESS_FILE_URL_KEYS',
  link: 'CALMNESS_LINK_KEYS',
  encryption: 'CALMNESS_ENCRYPTION_KEYS',
} as const satisfies Record<KeyPurpose, keyof Environment>;

export interface SmtpSettings {
  host: string;
  port: number;
  secure: boolean;
  user?: string;
  password?: string;
}

/** Everything the process was told from outside, parsed once at boot. */
export abstract class Config {
  abstract readonly isProduction: boolean;
  abstract readonly isTest: boolean;
  abstract readonly port: number;
  abstract readonly host: string;
  /** Without a trailing slash. */
  abstract readonly publicBaseUrl: string;
  abstract readonly databaseUrl: string;
  abstract readonly databaseOwnerUrl: string;
  abstract readonly databasePool: number;
  abstract readonly redisUrl?: string;
  abstract readonly dataDir: string;
  abstract readonly webRoot?: string;
  abstract readonly clockAt?: Date;
  abstract readonly trustedProxies: number;
  abstract readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  abstract readonly smtp?: SmtpSettings;
  /** The vendors that carry messages; each is absent, and disabled, without its settings. */
  abstract readonly vendors: VendorSettings;
  abstract readonly fromEmail: string;
  abstract readonly supportEmail: string;
  abstract readonly chromiumPath?: string;
  /** Messages that ring in one day of a member. */
  abstract readonly ringsPerDay: number;
  /** When the staff is told that room runs out, in bytes; 0 tells nobody. */
  abstract readonly room: { databaseLimit: number; diskReserve: number };
  abstract readonly workerHealthPort: number;
  /** Password of the demo accounts; undefined in production, where they do not exist. */
  abstract readonly demoPassword?: string;
  abstract readonly keys: Record<KeyPurpose, KeyRing>;
}

/** The environment was refused; `faults` names every variable that is wrong. */
export class ConfigError extends Error {
  constructor(readonly faults: string[]) {
    super(
      `The configuration has ${faults.length} fault(s):\n${faults.map((fault) => `  - ${fault}`).join('\n')}`,
    );
  }
}

/**
 * Reads the environment.
 * @throws ConfigError listing all faults together.
 */
export function readConfig(source: Record<string, string | undefined> = process.env): Config {
  const environment = plainToInstance(Environment, pickKnown(source), { exposeDefaultValues: true });
  const faults = [
    ...shapeFaults(environment),
    ...productionFaults(environment),
    ...vendorFaults(environment),
  ];
  if (faults.length > 0) throw new ConfigError(faults);
  return toConfig(environment);
}

function shapeFaults(environment: Environment): string[] {
  return validateSync(environment).map(
    (fault) => `${fault.property}: ${Object.values(fault.constraints ?? {}).join(', ')}`,
  );
}

function productionFaults(environment: Environment): string[] {
  if (environment.NODE_ENV !== 'production') return [];
  const required = [...Object.values(keyVariables), 'PUBLIC_BASE_URL' as const];
  const faults = required
    .filter((name) => !environment[name])
    .map((name) => `${name}: required in production`);
  if (environment.CALMNESS_CLOCK_AT) faults.push('CALMNESS_CLOCK_AT: refused in production');
  return faults;
}

function keysOf(environment: Environment): Record<KeyPurpose, KeyRing> {
  const ring = (purpose: KeyPurpose) =>
    KeyRing.parse(
      environment[keyVariables[purpose]] ?? developmentKey(environment.CALMNESS_DATA_DIR, purpose),
    );
  return { jwt: ring('jwt'), fileUrl: ring('fileUrl'), link: ring('link'), encryption: ring('encryption') };
}

function smtpOf(environment: Environment): SmtpSettings | undefined {
  if (!environment.SMTP_HOST) return undefined;
  return {
    host: environment.SMTP_HOST,
    port: environment.SMTP_PORT,
    secure: environment.SMTP_SECURE,
    user: environment.SMTP_USER,
    password: environment.SMTP_PASSWORD,
  };
}

function toConfig(environment: Environment): Config {
  const isProduction = environment.NODE_ENV === 'production';
  return {
    isProduction,
    isTest: environment.NODE_ENV === 'test',
    port: environment.PORT,
    host: environment.CALMNESS_HTTP_HOST,
    publicBaseUrl: (environment.PUBLIC_BASE_URL ?? `http://localhost:${environment.PORT}`).replace(/\/$/, ''),
    databaseUrl: environment.DATABASE_URL,
    databaseOwnerUrl: environment.CALMNESS_DATABASE_OWNER_URL ?? environment.DATABASE_URL,
    databasePool: environment.CALMNESS_DATABASE_POOL,
    redisUrl: environment.REDIS_URL,
    dataDir: environment.CALMNESS_DATA_DIR,
    webRoot: environment.CALMNESS_WEB_ROOT,
    clockAt: environment.CALMNESS_CLOCK_AT ? new Date(environment.CALMNESS_CLOCK_AT) : undefined,
    trustedProxies: environment.CALMNESS_TRUSTED_PROXIES,
    logLevel: environment.CALMNESS_LOG_LEVEL,
    smtp: smtpOf(environment),
    vendors: vendorSettingsOf(environment),
    fromEmail: environment.DEFAULT_FROM_EMAIL,
    supportEmail: environment.CALMNESS_SUPPORT_EMAIL,
    chromiumPath: environment.CHROMIUM_PATH ?? environment.PUPPETEER_EXECUTABLE_PATH,
    ringsPerDay: environment.CALMNESS_RINGS_PER_DAY,
    room: {
      databaseLimit: environment.CALMNESS_DATABASE_LIMIT_MB * megabyte,
      diskReserve: environment.CALMNESS_DISK_RESERVE_MB * megabyte,
    },
    workerHealthPort: environment.CALMNESS_WORKER_HEALTH_PORT,
    demoPassword: isProduction ? undefined : environment.CALMNESS_DEMO_PASSWORD,
    keys: keysOf(environment),
  };
}
