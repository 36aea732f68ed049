import type { Announcement } from './announcement';
import { billingAnnouncements } from './billing-announcements';
import { contractAnnouncements } from './contract-announcements';
import { broadcastAnnouncements } from './broadcast-announcements';
import { linkingAnnouncements } from './linking-announcements';
import { reminderAnnouncements } from './reminder-announcements';
import { deskAnnouncements } from './desk-announcements';
import {
  accountSecuredText,
  addressConfirmedText,
  emailChangedText,
  erasureCancelledText,
  erasureScheduledText,
  exportReadyText,
  newDeviceText,
  passkeyAddedText,
  passkeyRemovedText,
  passwordChangedText,
  twoFactorOffText,
  twoFactorOnText,
  welcomeText,
} from './in-app-texts';
import { staffAnnouncements } from './staff-announcements';

export const announcements = {
  welcome: {
    subjectKind: 'accounts.member',
    category: 'news',
    audience: 'member',
    inApp: { type: 'welcome', severity: 'info', texts: welcomeText },
    flag: 'welcome-message',
  },
  'verify-email': {
    subjectKind: 'accounts.verification',
    category: 'security',
    audience: 'member',
    mail: 'verify-email',
  },
  'known-address': {
    subjectKind: 'accounts.member',
    category: 'security',
    audience: 'member',
    mail: 'known-address',
  },
  'address-confirmed': {
    subjectKind: 'accounts.member',
    category: 'security',
    audience: 'member',
    inApp: { type: 'security', severity: 'success', texts: addressConfirmedText },
    mail: 'welcome',
  },
  invitation: {
    subjectKind: 'accounts.verification',
    category: 'security',
    audience: 'member',
    mail: 'invitation',
  },
  'reset-password': {
    subjectKind: 'accounts.verification',
    category: 'security',
    audience: 'member',
    mail: 'reset-password',
  },
  'password-changed': {
    subjectKind: 'accounts.member',
    category: 'security',
    audience: 'member',
    inApp: { type: 'security', severity: 'info', texts: passwordChangedText },
    mail: 'password-changed',
  },
  'new-device': {
    subjectKind: 'accounts.session',
    category: 'security',
    audience: 'member',
    inApp: { type: 'security', severity: 'warning', texts: newDeviceText },
    mail: 'new-device',
  },
  'two-factor-on': {
    subjectKind: 'accounts.member',
    category: 'security',
    audience: 'member',
    inApp: { type: 'security', severity: 'success', texts: twoFactorOnText },
    mail: 'two-factor-on',
  },
  'two-factor-off': {
    subjectKind: 'accounts.member',
    category: 'security',
    audience: 'member',
    inApp: { type: 'security', severity: 'warning', texts: twoFactorOffText },
    mail: 'two-factor-off',
  },
  'passkey-added': {
    subjectKind: 'accounts.member',
    category: 'security',
    audience: 'member',
    inApp: { type: 'security', severity: 'warning', texts: passkeyAddedText },
    mail: 'passkey-added',
  },
  'passkey-removed': {
    subjectKind: 'accounts.member',
    category: 'security',
    audience: 'member',
    inApp: { type: 'security', severity: 'info', texts: passkeyRemovedText },
  },
  'account-secured': {
    subjectKind: 'accounts.member',
    category: 'security',
    audience: 'member',
    inApp: { type: 'security', severity: 'warning', texts: accountSecuredText },
  },
  'confirm-old-email': {
    subjectKind: 'accounts.verification',
    category: 'security',
    audience: 'member',
    mail: 'confirm-old-email',
  },
  'confirm-new-email': {
    subjectKind: 'accounts.verification',
    category: 'security',
    audience: 'member',
    mail: 'confirm-new-email',
  },
  'email-changed': {
    subjectKind: 'accounts.email-change',
    category: 'security',
    audience: 'member',
    inApp: { type: 'security', severity: 'warning', texts: emailChangedText },
    mail: 'email-changed',
  },
  ...billingAnnouncements,
  digest: {
    subjectKind: 'notifications.digest',
    category: 'news',
    audience: 'member',
    mail: 'digest',
    // What it lists was wanted when it was gathered, and is asked again when it leaves.
    direct: true,
  },
  ...staffAnnouncements,
  ...linkingAnnouncements,
  ...reminderAnnouncements,
  ...broadcastAnnouncements,
  ...deskAnnouncements,
  ...contractAnnouncements,
  'export-ready': {
    subjectKind: 'accounts.export',
    category: 'security',
    audience: 'member',
    inApp: { type: 'privacy', severity: 'success', texts: exportReadyText },
    mail: 'export-ready',
  },
  'erasure-scheduled': {
    subjectKind: 'accounts.erasure',
    category: 'security',
    audience: 'member',
    inApp: { type: 'privacy', severity: 'warning', texts: erasureScheduledText },
    mail: 'erasure-scheduled',
  },
  'erasure-cancelled': {
    subjectKind: 'accounts.erasure',
    category: 'security',
    audience: 'member',
    inApp: { type: 'privacy', severity: 'info', texts: erasureCancelledText },
    mail: 'erasure-cancelled',
  },
  'member-erased': {
    subjectKind: 'accounts.erasure',
    category: 'security',
    audience: 'erased-member',
    mail: 'member-erased',
  },
  'inactivity-warning': {
    subjectKind: 'accounts.inactivity',
    category: 'security',
    audience: 'member',
    mail: 'inactivity-warning',
  },
} as const satisfies Record<string, Announcement>;

export type AnnouncementName = keyof typeof announcements;

const byName: Readonly<Record<string, Announcement>> = announcements;

/** Undefined for a name an older release knew. */
export function announcementCalled(name: string): Announcement | undefined {
  return Object.hasOwn(byName, name) ? byName[name] : undefined;
}
