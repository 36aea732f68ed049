import type { ChannelOffReason, DiscordFailure } from '@calmness/contracts';
import type { connections as french } from '../fr/connections';

const off: Record<ChannelOffReason, string> = {
  not_configured: 'The academy has not opened this channel yet.',
};
const failures: Record<DiscordFailure, string> = {
  cancelled: 'You left Discord without agreeing. Nothing has changed.',
  expired: 'The way through Discord took too long, or began in another browser. Please start again.',
  refused: 'Discord did not accept the request. Please start again.',
  taken: 'This Discord account is already connected to another member. Choose another one, or write to us.',
  unavailable: 'Discord does not answer. Try again in a few minutes.',
};

export const connections: typeof french = {
  title: 'Connected accounts',
  lead: 'Where the academy can reach you besides e-mail. You can go back at any time.',
  connected: 'Connected',
  notConnected: 'Not connected',
  waiting: 'Waiting',
  reauth: 'To be connected again',
  since: 'Since',
  off,
  disconnect: 'Disconnect',
  disconnectName: (name: string) => `Disconnect ${name}`,
  confirm: (name: string) => `Disconnect ${name}?`,
  disconnected: (name: string) => `${name} is disconnected.`,
  linked: (name: string) => `${name} is connected.`,
  telegram: {
    lead: 'Reminders and messages of the academy, by its bot.',
    connect: 'Connect Telegram',
    open: 'Open Telegram',
    how: 'Open Telegram, then press “Start”. This page updates by itself.',
    qr: 'Or scan this code with your phone.',
    left: (time: string) => `This link is yours alone, for another ${time}.`,
    over: 'This link no longer works.',
    again: 'Ask for a new link',
    taken:
      'This Telegram account is already connected to another member. Choose another one, or write to us.',
    confirmBody: 'The bot will not write to you any more, and the Telegram channels of your plan will close.',
  },
  discord: {
    lead: 'The rooms of the academy, with your role.',
    connect: 'Connect Discord',
    reconnect: 'Connect Discord again',
    reauthBody: 'Discord ended your agreement. Connect again to keep your rooms.',
    failures,
    confirmBody: 'Your agreement ends at Discord as well, and the rooms of your plan will close.',
  },
  whatsapp: {
    lead: 'Short reminders on your phone.',
    number: 'WhatsApp number',
    agree:
      'I agree to receive reminders and messages of the academy on WhatsApp. I can answer STOP at any time.',
    send: 'Receive a code',
    sent: 'The code is on its way.',
    enter: (number: string) => `A six-digit code is on its way to ${number}. It works for ten minutes.`,
    code: 'Code received on WhatsApp',
    attempts: (left: number) => (left > 1 ? `${String(left)} tries left.` : 'Last try.'),
    verify: 'Verify',
    change: 'Use another number',
    verified: 'Your WhatsApp number is verified.',
    agreed: 'Agreed on',
    confirmBody: 'The academy will not write to you on WhatsApp any more. The number stays in your profile.',
  },
};
