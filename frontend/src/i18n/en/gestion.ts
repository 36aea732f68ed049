import type {
  AccessReason,
  AccessSection,
  DataExportState,
  ErasureBlockerCode,
  ErasureOrigin,
  KeptDataCode,
} from '@calmness/contracts';
import type { gestion as french } from '../fr/gestion';

const exportStates: Record<DataExportState, string> = {
  queued: 'Queued',
  building: 'Being prepared',
  ready: 'Ready',
  failed: 'Failed',
  expired: 'Expired',
};
const blockers: Record<ErasureBlockerCode, string> = {
  staff_role: 'You work for the academy: it has to take your duties over first.',
  payment_pending: 'A payment you announced is still open: cancel it, or wait for it to be validated.',
  subscription_active: 'You have paid days left. You can give them up, without a refund.',
};
const kept: Record<KeptDataCode, string> = {
  invoices: 'Your invoices',
  payments: 'Your received payments',
  acceptances: 'The proof of the terms you accepted',
  audit: 'The log of what the staff did',
};
const origins: Record<ErasureOrigin, string> = {
  member: 'as you asked',
  staff: 'by the academy',
  inactivity: 'after two years without a visit',
};
const reasons: Record<AccessReason, string> = {
  support: 'Support',
  payment: 'Payment',
  teaching: 'Teaching',
  security: 'Security',
  legal: 'Legal duty',
  other: 'Other',
};
const sections: Record<AccessSection, string> = {
  file: 'Whole file',
  profile: 'Profile',
  security: 'Security',
  billing: 'Payments',
  activity: 'Activity',
};

export const gestion: typeof french = {
  title: 'My account',
  lead: 'Your plan, your security and your data, in one place.',
  plan: 'Your plan',
  noPlan: 'No plan is running.',
  seePlans: 'See the plans',
  renewal: 'Nothing is charged automatically: a plan goes on only if you order it again.',
  payments: 'Payments and invoices',
  securityTitle: 'Security',
  securityLead: 'Sessions, password, two-factor authentication, address.',
  securityOpen: 'Open the security page',
  dataTitle: 'My data',
  dataLead: 'Take them along, see who read them, have them erased.',
  dataOpen: 'Open my data',
  settingsTitle: 'Settings',
  settingsLead: 'Look, language, features, privacy.',
  settingsOpen: 'Open the settings',
  data: {
    title: 'My data',
    lead: 'They are yours: take them along, see who reads them, have them erased.',
    exportTitle: 'Take my data along',
    exportLead:
      'A ZIP archive with everything the academy knows of you: JSON, CSV and your invoices as PDF. It stays available for seven days.',
    exportAsk: 'Prepare my archive',
    exportAgain: 'Prepare a new archive',
    exportProgress: (percent: number) => `Preparing: ${String(percent)}%`,
    exportReady: 'Your archive is ready.',
    exportUntil: 'Available until',
    exportSize: (size: string) => `Download (${size})`,
    exportFailed: 'It could not be prepared. You can try again.',
    exportStates,
    ledgerTitle: 'Who opened my file',
    ledgerLead: 'Each time somebody of the staff opens your file, a line is added here. Nobody can erase it.',
    ledgerEmpty: 'Nobody has opened your file.',
    ledgerEmptyReason: 'If it happens, you will know who, when and why.',
    when: 'When',
    who: 'Who',
    what: 'What',
    why: 'Why',
    reasons,
    sections,
    eraseTitle: 'Delete my account',
    eraseLead: (days: number) =>
      `Your data are erased ${String(days)} days after you ask for it. Until then you can change your mind.`,
    keptTitle: 'What the law makes us keep, without your name where that is possible:',
    kept,
    keptYears: (years: number) => `${String(years)} years`,
    keptLong: 'as long as the proof may be asked for',
    blockersTitle: 'Before deleting:',
    blockers,
    settle: 'Settle this',
    giveUp: 'I give up the days I have left, without a refund.',
    password: 'Your password',
    erase: 'Delete my account',
    confirmTitle: 'Delete your account?',
    confirmBody: (days: number) =>
      `In ${String(days)} days your profile, your messages and your history are erased. It cannot be undone after that.`,
    scheduled: (origin: ErasureOrigin) => `Your account will be deleted, ${origins[origin]}.`,
    scheduledOn: 'On',
    keep: 'Keep my account',
    keptDone: 'Your account stays open.',
    asked: 'Your request is noted.',
  },
  terms: {
    title: 'Our terms have changed',
    lead: 'Read what has changed, then accept to go on.',
    read: (title: string) => `Read: ${title}`,
    adult: 'I am at least 18 years old and I accept these texts.',
    accept: 'Accept and go on',
    refuse: 'Log out',
    refuseLead: 'Without your agreement your space stays closed, but your data are yours:',
    toData: 'take my data along or have them erased',
    done: 'Thank you, it is noted.',
  },
};
