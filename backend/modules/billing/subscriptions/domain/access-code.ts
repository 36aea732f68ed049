import { createHash, randomInt } from 'node:crypto';

/** No 0/O, 1/I/L: it is read aloud and copied by hand. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const groups = 4;
const groupLength = 4;

/** `7K3M-9QXT-PW4H-2DNB`: 79 bits, nobody guesses one. */
export function newAccessCode(): string {
  const group = () =>
    Array.from({ length: groupLength }, () => alphabet[randomInt(alphabet.length)] ?? '').join('');
  return Array.from({ length: groups }, group).join('-');
}

/** SHA-256 of the code in capitals without separators: what is stored instead of it. */
export function hashOfCode(code: string): string {
  return createHash('sha256').update(compact(code)).digest('hex');
}

export function hintOf(code: string): string {
  return compact(code).slice(-groupLength);
}

function compact(code: string): string {
  return code.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
}
