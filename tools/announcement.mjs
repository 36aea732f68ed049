import { relative } from 'node:path';
import { logFolder } from './applications.mjs';
import { say } from './failure.mjs';
import { root } from './workspace.mjs';

const accounts = [
  ['test@calmnessfi.com', 'member'],
  ['coach@calmnessfi.com', 'instructor and mentor'],
  ['admin@calmnessfi.com', 'administrator'],
  ['manager@calmnessfi.com', 'manager'],
  ['compta@calmnessfi.com', 'accountant'],
];

/** What somebody needs to begin, and what does not work on this machine with the reason. */
export function announce({ port, health, chromium }) {
  const address = process.env.PUBLIC_BASE_URL ?? `http://localhost:${port}`;
  const password = process.env.CALMNESS_DEMO_PASSWORD || 'Test123!';
  const lines = [
    '',
    `Calmness is ready: ${address}`,
    '',
    `Demo accounts, password ${password}`,
    ...accounts.map(([email, role]) => `  ${email.padEnd(26)}${role}`),
    '',
    ...mailLine(address),
    `Queues    ${health.queue_backend === 'redis' ? 'Redis' : 'PostgreSQL'}`,
    `Logs      ${relative(root, logFolder)}`,
    ...disabledLines(health.adapters ?? [], chromium),
    '',
    'Ctrl-C stops everything.',
  ];
  say(lines.join('\n'));
}

function mailLine(address) {
  return process.env.SMTP_HOST
    ? [`Mail      through ${process.env.SMTP_HOST}`]
    : [`Mailbox   ${address.replace(/\/$/, '')}/dev/mailbox`];
}

export function disabledLines(adapters, chromium) {
  const lines = adapters
    .filter((adapter) => adapter.state !== 'enabled')
    .map(
      (adapter) =>
        `${adapter.name} (${[adapter.state === 'failing' ? 'failing' : '', adapter.detail].filter(Boolean).join(': ')})`,
    );
  if (!chromium && !adapters.some((adapter) => adapter.name === 'pdf'))
    lines.push('PDF (no Chromium on this machine: documents stay queued; set CHROMIUM_PATH)');
  return lines.length === 0 ? [] : ['Disabled', ...lines.map((line) => `  ${line}`)];
}
