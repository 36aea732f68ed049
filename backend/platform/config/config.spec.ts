import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { ConfigError, readConfig } from './config';
import { knownNames, type Environment } from './environment';

const dataDir = mkdtempSync(join(tmpdir(), 'calmness-config-'));
const base = { DATABASE_URL: 'postgres://user@127.0.0.1/calmness', CALMNESS_DATA_DIR: dataDir };
const key = `k1:${'a'.repeat(40)}`;

function faultsOf(environment: Record<string, string>): string[] {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
  return [];
}

describe('the configuration', () => {
  it('lists every fault at once, by variable', () => {
    const faults = faultsOf({
      PORT: 'many',
      DATABASE_URL: 'mysql://elsewhere',
      REDIS_URL: 'http://wrong',
      CALMNESS_CLOCK_AT: 'tomorrow',
      CALMNESS_DATA_DIR: dataDir,
    });
    expect(faults.map((fault) => fault.split(':')[0]).sort()).toEqual([
      'CALMNESS_CLOCK_AT',
      'DATABASE_URL',
      'PORT',
      'REDIS_URL',
    ]);
  });

  it('never prints the value of a variable it refuses', () => {
    const faults = faultsOf({ ...base, CALMNESS_JWT_KEYS: 'hunter2' });
    expect(faults.join()).toContain('CALMNESS_JWT_KEYS');
    expect(faults.join()).not.toContain('hunter2');
  });

  it('asks production for its keys and its address, and refuses a shifted clock there', () => {
    const faults = faultsOf({ ...base, NODE_ENV: 'production', CALMNESS_CLOCK_AT: '2026-01-01T00:00:00Z' });
    expect(faults.map((fault) => fault.split(':')[0])).toEqual([
      'CALMNESS_JWT_KEYS',
      'CALMNESS_FILE_URL_KEYS',
      'CALMNESS_LINK_KEYS',
      'CALMNESS_ENCRYPTION_KEYS',
      'PUBLIC_BASE_URL',
      'CALMNESS_CLOCK_AT',
    ]);
  });

  it('reads every variable it declares', () => {
    // The compiler compares the lists: a name left out makes this line an error.
    expectTypeOf<(typeof knownNames)[number]>().toEqualTypeOf<keyof Environment>();
    expect(new Set(knownNames).size).toBe(knownNames.length);
    const told = { CALMNESS_RINGS_PER_DAY: '9', CALMNESS_DATABASE_LIMIT_MB: '500' };
    expect(readConfig({ ...base, ...told })).toMatchObject({ ringsPerDay: 9 });
  });

  it('has no demo password in production', () => {
    const config = readConfig({
      ...base,
      NODE_ENV: 'production',
      PUBLIC_BASE_URL: 'https://academy.example',
      CALMNESS_JWT_KEYS: key,
      CALMNESS_FILE_URL_KEYS: key,
      CALMNESS_LINK_KEYS: key,
      CALMNESS_ENCRYPTION_KEYS: key,
    });
    expect(config.demoPassword).toBeUndefined();
    expect(readConfig(base).demoPassword).toBe('Test123!');
  });

  it('makes development keys once, for the owner alone', () => {
    const first = readConfig(base).keys.jwt.current();
    expect(readConfig(base).keys.jwt.current()).toEqual(first);
    expect(statSync(join(dataDir, 'development-keys', 'jwt')).mode & 0o777).toBe(0o600);
  });

  it('signs with the first key of a list and reads all of them', () => {
    const { jwt } = readConfig({ ...base, CALMNESS_JWT_KEYS: `new:${'b'.repeat(40)},${key}` }).keys;
    expect(jwt.current().id).toBe('new');
    expect(jwt.find('k1')).toBe('a'.repeat(40));
    expect(jwt.find('unknown')).toBeUndefined();
  });
});

describe('the settings of vendors', () => {
  const vendorsOf = (environment: Record<string, string>) => readConfig({ ...base, ...environment }).vendors;
  const vapid = Buffer.alloc(32, 7).toString('base64url');

  it('are absent without their variables', () => {
    const { vapid: made, ...others } = vendorsOf({});
    expect(Object.values(others).every((settings) => settings === undefined)).toBe(true);
    expect(made).toHaveLength(1);
  });

  it('refuse a vendor configured by half, naming what is missing', () => {
    const faults = faultsOf({
      ...base,
      ...{ DISCORD_CLIENT_ID: '1300000000000000001', DISCORD_GUILD_ID: '1300000000000000002' },
      ...{
        TWILIO_AUTH_TOKEN: 'a-secret-token',
        CALMNESS_DKIM_SELECTOR: 's1',
        CALMNESS_MAIL_FAILOVER: 'sendgrid',
      },
    });
    expect(faults.map((fault) => fault.split(':')[0])).toEqual([
      ...['DISCORD_CLIENT_SECRET', 'TWILIO_ACCOUNT_SID', 'TWILIO_WHATSAPP_FROM', 'CALMNESS_DKIM_DOMAIN'],
      ...['CALMNESS_DKIM_PRIVATE_KEY', 'DISCORD_BOT_TOKEN', 'SMTP_HOST', 'SENDGRID_API_KEY'],
    ]);
    expect(faults.join()).not.toContain('a-secret-token');
  });

  it('read a vendor whole, its base without a slash at the end', () => {
    const { whatsapp, telegram } = vendorsOf({
      ...{ TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`, TWILIO_AUTH_TOKEN: 'a-secret-token' },
      ...{ TWILIO_WHATSAPP_FROM: 'whatsapp:+14155238886', TWILIO_API_BASE: 'http://127.0.0.1:8080/twilio/' },
      TELEGRAM_BOT_TOKEN: '123456:AAEhBOweik6ad9r',
    });
    expect(whatsapp).toMatchObject({ from: '+14155238886', apiBase: 'http://127.0.0.1:8080/twilio' });
    expect(telegram?.apiRoot).toBe('https://api.telegram.org');
  });

  it('make a VAPID key once in development, derive its public half, and read a list', () => {
    expect(vendorsOf({}).vapid).toEqual(vendorsOf({}).vapid);
    const keys = vendorsOf({
      CALMNESS_VAPID_KEYS: `new:${vapid},old:${Buffer.alloc(32, 9).toString('base64url')}`,
    });
    expect(keys.vapid?.map(({ privateKey }) => privateKey)[0]).toBe(vapid);
    expect(keys.vapid?.every(({ publicKey }) => Buffer.from(publicKey, 'base64url').length === 65)).toBe(
      true,
    );
  });

  it('refuse a VAPID key that lies on no curve', () => {
    expect(faultsOf({ ...base, CALMNESS_VAPID_KEYS: `k:${'f'.repeat(64)}` })[0]).toContain('P-256');
    expect(
      faultsOf({ ...base, CALMNESS_VAPID_KEYS: `k:${Buffer.alloc(32, 255).toString('base64url')}` }),
    ).toHaveLength(1);
  });

  it('leave push disabled in production without a key', () => {
    const names = ['JWT', 'FILE_URL', 'LINK', 'ENCRYPTION'];
    const keys = Object.fromEntries(names.map((name): [string, string] => [`CALMNESS_${name}_KEYS`, key]));
    const production = { NODE_ENV: 'production', PUBLIC_BASE_URL: 'https://academy.example' };
    expect(vendorsOf({ ...production, ...keys }).vapid).toBeUndefined();
  });

  it('read a DKIM key written on one line, and refuse one that cannot sign', () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 1_024 });
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString().trim();
    const signing = {
      ...{ SMTP_HOST: 'smtp.example', CALMNESS_DKIM_DOMAIN: 'academy.example', CALMNESS_DKIM_SELECTOR: 's1' },
      CALMNESS_DKIM_PRIVATE_KEY: pem.replaceAll('\n', '\\n'),
    };
    expect(vendorsOf(signing).dkim?.privateKey).toBe(pem);
    const broken = { ...signing, CALMNESS_DKIM_PRIVATE_KEY: '-----BEGIN PRIVATE KEY-----\\nhunter2' };
    expect(faultsOf({ ...base, ...broken })).toEqual([
      'CALMNESS_DKIM_PRIVATE_KEY: not an RSA private key in PEM',
    ]);
  });
});
