import { addressed, day, moment, text } from './mail-variable';

const secret = 'token=q7Vd2n0XyB4mCk9sT1uWf6hLr8eZa3pJ5oGiNvDxQwE';
const newEmail = text('camille.roux@example.fr');
const expiresAt = moment('2026-11-22T17:30:00Z');

export const accountVariables = {
  'verify-email': { ...addressed(`/verify-email?${secret}`), expiresAt },
  'known-address': addressed('/user'),
  welcome: addressed('/user'),
  invitation: { ...addressed(`/reset-password?${secret}`), expiresAt },
  'reset-password': { ...addressed(`/reset-password?${secret}`), expiresAt },
  'password-changed': addressed('/user'),
  'new-device': {
    ...addressed('/user/gestion/security'),
    device: text('Firefox · Windows'),
    place: text('Belgique', 'Belgium'),
    moment: moment('2026-11-20T18:42:00Z'),
  },
  'two-factor-on': addressed('/user'),
  'two-factor-off': addressed('/user'),
  'passkey-added': addressed('/user'),
  'confirm-old-email': { ...addressed(`/email-change?${secret}`), newEmail, expiresAt },
  'confirm-new-email': { ...addressed(`/email-change?${secret}`), expiresAt },
  'email-changed': { ...addressed('/user/gestion/security'), newEmail },
  'export-ready': { ...addressed('/user/gestion'), expiresOn: day('2026-11-27') },
  'erasure-scheduled': { ...addressed('/user/gestion'), executeOn: day('2026-11-27') },
  'erasure-cancelled': addressed('/user/gestion'),
  'member-erased': addressed('/legal/privacy'),
  'inactivity-warning': {
    ...addressed('/login'),
    lastSeenOn: day('2024-12-02'),
    eraseOn: day('2026-12-20'),
  },
};
