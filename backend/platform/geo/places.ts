import { createRequire } from 'node:module';
import { BlockList, isIPv4 } from 'node:net';
import { Injectable } from '@nestjs/common';
import { open, type CountryResponse, type Reader } from 'maxmind';

const database = '@ip-location-db/geo-whois-asn-country-mmdb/geo-whois-asn-country.mmdb';

/** Networks that are nowhere (IANA special-purpose registries); the database may name a registrant for them. */
const nowhere = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  nowhere.addSubnet(network, bits, 'ipv4');
nowhere.addSubnet('fc00::', 7, 'ipv6');
nowhere.addSubnet('fe80::', 10, 'ipv6');
nowhere.addAddress('::1', 'ipv6');

interface CountryRow {
  country_code?: string;
}

/**
 * The country an address belongs to, from a file of our own (CC0): no address leaves the house, and none
 * is kept. Read at the first question; 8 MB.
 */
@Injectable()
export class Places {
  private reader?: Promise<Reader<CountryResponse>>;

  /** ISO 3166-1 alpha-2; null for private, unknown or malformed addresses. */
  async countryOf(address: string): Promise<string | null> {
    if (nowhere.check(address, isIPv4(address) ? 'ipv4' : 'ipv6')) return null;
    this.reader ??= open<CountryResponse>(createRequire(import.meta.url).resolve(database));
    try {
      const row = (await this.reader).get(address) as CountryRow | null;
      return row?.country_code ?? null;
    } catch {
      return null;
    }
  }
}
