import { describe, expect, it } from 'vitest';
import { Places } from './places';

describe('the place of an address', () => {
  const places = new Places();

  it.each([
    ['a French provider', '80.10.246.2', 'FR'],
    ['an IPv6 address', '2a01:e0a::1', 'FR'],
    ['an American resolver', '8.8.8.8', 'US'],
    ['this machine', '127.0.0.1', null],
    ['a private network', '192.168.1.20', null],
    ['a private network of IPv6', 'fd12::1', null],
    ['an IPv4 address written as IPv6', '::ffff:192.168.1.20', null],
    ['nonsense', 'not an address', null],
  ])('of %s', async (_what, address, country) => {
    expect(await places.countryOf(address)).toBe(country);
  });
});
