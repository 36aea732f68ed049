import { describe, expect, it } from 'vitest';
import { DomainError } from '@calmness/platform/errors';
import { assertStrongPassword } from './password';

const email = 'jean.dupont@example.fr';

function faultOf(password: string, address = email): unknown {
  try {
    assertStrongPassword(password, address);
    return undefined;
  } catch (error) {
    expect(error).toBeInstanceOf(DomainError);
    expect((error as DomainError).code).toBe('accounts.password-too-weak');
    return (error as DomainError).errors;
  }
}
const onPassword = (code: string) => [{ field: 'password', code }];

describe('a password', () => {
  it.each([
    ['twelve letters', 'correcthorse'],
    ['eight characters of four classes', 'Abcd123!'],
    ['accents and emoji of four classes', 'Éàçd12🎓x'],
  ])('of %s is taken', (_what, password) => {
    expect(faultOf(password)).toBeUndefined();
  });

  it.each([
    ['seven characters of four classes', 'Abc123!'],
    ['eleven letters', 'correcthors'],
    ['eight characters of three classes', 'Abcd1234'],
    ['eleven characters without a capital', 'abcdefg123!'],
    ['four emoji, eight UTF-16 units', '🎓🎓🎓🎓'],
  ])('of %s is too short', (_what, password) => {
    expect(faultOf(password)).toEqual(onPassword('too_short'));
  });

  it.each(['123qweasdzxc', 'SonyEricsson', 'Q1w2e3r4t5y6'])(
    'of %s is refused: everybody has it, whatever the capitals',
    (password) => {
      expect(faultOf(password)).toEqual(onPassword('too_common'));
    },
  );

  it('is refused around the name in the address, whatever the capitals', () => {
    expect(faultOf('xx-Jean.DUPONT-2026')).toEqual(onPassword('invalid'));
  });

  it('is not refused for a local part too short to tell anything', () => {
    expect(faultOf('correct horse', 'co@example.fr')).toBeUndefined();
  });
});
