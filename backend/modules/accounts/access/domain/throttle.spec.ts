import { describe, expect, it } from 'vitest';
import { networkOf, throttleKey } from './throttle';

describe('a network', () => {
  const day = '2026-11-20';

  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2::9', '2001:db8:1:2'],
    ['2001:0DB8:0001:0002:aaaa:bbbb:cccc:dddd', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
  ])('of %s is %s', (address, network) => {
    expect(networkOf(address, day)).toBe(`${day}|${network}`);
  });

  it('has another key tomorrow, and none tells the address', () => {
    const key = (today: string) => throttleKey('secret', 'network', networkOf('192.0.2.7', today));
    expect(key(day)).not.toBe(key('2026-11-21'));
    expect(key(day)).not.toContain('192');
  });
});
