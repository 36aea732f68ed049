import { randomInt } from 'node:crypto';
import { hashOf } from './secret-link';

/** Without 0, 1, I, L, O: they are copied by hand. */
const alphabet = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const groups = 4;
const groupLength = 4;
export const recoveryCodeCount = 10;

function newCode(): string {
  const group = () =>
    Array.from({ length: groupLength }, () => alphabet[randomInt(alphabet.length)]).join('');
  return Array.from({ length: groups }, group).join('-');
}

/** Ten codes of 79 random bits, e.g. `K7QF-2MNP-X9AB-T4RC`. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: recoveryCodeCount }, newCode);
}

/** What is stored of a code, however it is typed. */
export function recoveryHash(code: string): string {
  return hashOf(code.toUpperCase().replaceAll(/[^A-Z0-9]/g, ''));
}

/** True for six digits: whatever else was typed is meant as a recovery code. */
export function isAppCode(code: string): boolean {
  return /^\d{6}$/.test(code.replaceAll(/\s/g, ''));
}
