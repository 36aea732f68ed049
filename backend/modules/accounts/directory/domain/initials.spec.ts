import { expect, it } from 'vitest';
import { initialsOf } from './initials';

it.each([
  ['Jean', 'Dupont', 'JD'],
  ['élodie', 'œuvrard', 'ÉŒ'],
  [' Awa', '', 'A'],
])('of %s %s are %s', (first, last, initials) => {
  expect(initialsOf(first, last)).toBe(initials);
});
