import { expect, it } from 'vitest';
import { disabledLines } from './announcement.mjs';

const telegram = { name: 'telegram', state: 'disabled', detail: 'TELEGRAM_BOT_TOKEN is not set' };
const smtp = { name: 'smtp', state: 'failing', detail: 'connection refused' };
const push = { name: 'push', state: 'enabled', detail: '' };

it('names only what does not work, with the reason', () => {
  expect(disabledLines([telegram, smtp, push], '/usr/bin/chromium')).toEqual([
    'Disabled',
    '  telegram (TELEGRAM_BOT_TOKEN is not set)',
    '  smtp (failing: connection refused)',
  ]);
});

it('says nothing when everything works', () => {
  expect(disabledLines([push], '/usr/bin/chromium')).toEqual([]);
});

it('says that documents wait when there is no browser', () => {
  expect(disabledLines([], undefined)[1]).toMatch(/PDF.*CHROMIUM_PATH/);
});
