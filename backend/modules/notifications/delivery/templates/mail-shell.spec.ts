import { expect, it } from 'vitest';
import { fillShell } from './mail-shell';

it('refuses to be filled with less than it has places for', () => {
  expect(() => fillShell({ locale: 'fr' })).toThrow('The mail layout has no text for');
});
