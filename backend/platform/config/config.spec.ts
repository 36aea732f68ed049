import { mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from './config';

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
