import { dictionary } from '@zxcvbn-ts/language-common';
import type { FieldErrorCode } from '@calmness/contracts';
import { DomainError } from '@calmness/platform/errors';

const longEnough = 12;
const shortest = 8;
const classes = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{L}\p{Nd}]/u];
/** The 10 000 passwords seen most often in leaks (ACC-02; CNIL 2022-100 asks for such a list). */
const commonest = new Set(dictionary['passwords-common'].slice(0, 10_000));
/** A shorter local part occurs in any word by chance. */
const tellingLocalPart = 3;

function faultOf(password: string, email: string): FieldErrorCode | undefined {
  const length = [...password].length;
  if (length < shortest) return 'too_short';
  const varied = classes.every((kind) => kind.test(password));
  if (length < longEnough && !varied) return 'too_short';
  if (commonest.has(password.toLowerCase())) return 'too_common';
  const localPart = email.slice(0, email.lastIndexOf('@')).toLowerCase();
  const guessable = localPart.length >= tellingLocalPart && password.toLowerCase().includes(localPart);
  return guessable ? 'invalid' : undefined;
}

/**
 * Twelve characters, or eight of all four classes; none of the commonest, none around the address's own name.
 * `field` is where the form asked for it.
 * @throws DomainError accounts.password-too-weak, with the reason on that field
 */
export function assertStrongPassword(password: string, email: string, field = 'password'): void {
  const code = faultOf(password, email);
  if (code) {
    throw new DomainError('accounts.password-too-weak', {}, 'invalid', [{ field, code }]);
  }
}
