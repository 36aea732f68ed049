import { describe, expect, it } from 'vitest';
import { readDiscordName, readTelegramName } from './handles';

describe('a Telegram name', () => {
  it.each([
    ['jeandupont', '@jeandupont'],
    ['@jeandupont', '@jeandupont'],
    [' @Jean_Dupont75 ', '@Jean_Dupont75'],
    ['a2345', '@a2345'],
    [`a${'b'.repeat(31)}`, `@a${'b'.repeat(31)}`],
  ])('%s is kept as %s', (typed, name) => {
    expect(readTelegramName(typed)).toEqual({ name });
  });

  it.each([
    '',
    '@',
    'abcd',
    '1jean',
    '_jean',
    'jean-dupont',
    '@@jean',
    `a${'b'.repeat(32)}`,
    'jéanne',
    '+33612345678',
  ])('%s is refused', (typed) => {
    expect(readTelegramName(typed)).toEqual({ fault: 'pattern' });
  });
});

describe('a Discord name', () => {
  it.each([
    ['jeandupont', 'jeandupont'],
    [' Jean.Dupont_75 ', 'jean.dupont_75'],
    ['ab', 'ab'],
  ])('%s is kept as %s', (typed, name) => {
    expect(readDiscordName(typed)).toEqual({ name });
  });

  it('says of a tag that such names are retired', () => {
    expect(readDiscordName('jeandupont#1234')).toEqual({ fault: 'retired_format' });
  });

  it.each(['', 'a', 'jean dupont', 'jean#12', '@jean', 'x'.repeat(33), 'jéanne'])(
    '%s is refused',
    (typed) => {
      expect(readDiscordName(typed)).toEqual({ fault: 'pattern' });
    },
  );
});
