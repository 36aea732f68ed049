import { describe, expect, it } from 'vitest';
import { traitsOf } from './client';

describe('a browser', () => {
  it.each([
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.1 Mobile/15E148 Safari/604.1',
      { device: 'phone', browser: 'Safari', system: 'iOS' },
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:150.0) Gecko/20100101 Firefox/150.0',
      { device: 'computer', browser: 'Firefox', system: 'Windows' },
    ],
    [
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
      { device: 'computer', browser: 'Chrome', system: 'Linux' },
    ],
    ['', { device: 'unknown', browser: null, system: null }],
    ['curl/8.5', { device: 'unknown', browser: null, system: null }],
  ])('%s is recognised', (userAgent, traits) => {
    expect(traitsOf(userAgent)).toEqual(traits);
  });
});
