import type { BannerSeverity, Flag, FlagLevel, WeekDay } from '@calmness/contracts';
import type { academy as french } from '../fr/academy';

const days: Record<WeekDay, string> = {
  monday: 'Monday',
  tuesday: 'Tuesday',
  wednesday: 'Wednesday',
  thursday: 'Thursday',
  friday: 'Friday',
  saturday: 'Saturday',
  sunday: 'Sunday',
};
const severities: Record<BannerSeverity, string> = {
  info: 'Information',
  warning: 'Warning',
  maintenance: 'Maintenance',
};
const flags: Record<Flag, { name: string; off: string }> = {
  registration: { name: 'Registrations', off: 'When off, nobody can create an account.' },
  payments: {
    name: 'Orders',
    off: 'When off, no payment can be announced; those waiting can still be validated.',
  },
  'profile-photo': { name: 'Profile photos', off: 'When off, nobody can add one; those there are stay.' },
  'welcome-message': { name: 'Welcome message', off: 'When off, new members no longer get it.' },
  'dashboard-activity': {
    name: 'Activity on the first page',
    off: 'When off, it is gone for everybody; the history stays.',
  },
  'unread-badge': { name: 'Unread badge', off: 'Off for everybody; notifications still arrive.' },
  analytics: { name: 'Audience measurement', off: 'When off, no page is counted any more.' },
};
const levels: Record<FlagLevel, string> = { global: 'academy', plan: 'plan', member: 'member' };

export const academy: typeof french = {
  days,
  organisation: {
    lead: 'What the academy says about itself, and the rules it has set.',
    timezone: 'Time zone',
    email: 'Contact e-mail',
    phone: 'Phone',
    address: 'Address',
    grace: 'Time in the channels after the end of access',
    graceHint: 'In hours, from 0 to 72.',
    hours: 'Opening hours',
    hoursLead: 'A day without hours is closed.',
    opens: (day: string) => `${day}, opens`,
    closes: (day: string) => `${day}, closes`,
    save: 'Save',
    saved: 'It is saved.',
  },
  banner: {
    title: 'Banner',
    lead: 'A sentence on top of every page, for everybody, visitors too.',
    none: 'No banner is planned.',
    fr: 'French text',
    en: 'English text',
    severity: 'Tone',
    severities,
    from: 'From',
    until: 'Until',
    untilHint: 'Empty: until you take it down.',
    show: 'Publish the banner',
    shown: 'The banner is published.',
    takeDown: 'Take the banner down',
    taken: 'The banner is taken down.',
  },
  features: {
    lead: 'Switching a feature off here switches it off for everybody: pages, menus, jobs and API obey.',
    flags,
    levels: (names: string) => `Can also be set by: ${names}.`,
    levelNames: levels,
    planTitle: (name: string) => `Plan ${name}`,
    planLead: 'What this plan includes. A member without a plan keeps what the academy leaves open.',
    on: 'On',
    saved: (name: string) => `${name}: saved.`,
    confirmTitle: (name: string) => `Switch “${name}” off for everybody?`,
    confirm: 'Switch off',
  },
  legal: {
    lead: 'Publishing a version puts it in force at once; members accept it at their next visit.',
    document: 'Document',
    version: 'Version',
    published: 'Published',
    history: 'Published versions',
    titleFr: 'French title',
    bodyFr: 'French text (Markdown)',
    titleEn: 'English title',
    bodyEn: 'English text (Markdown)',
    publish: 'Publish the next version',
    confirmTitle: (version: number) => `Publish version ${String(version)}?`,
    confirmBody: 'It is in force at once. The old one stays readable and tied to those who accepted it.',
    done: 'The new version is in force.',
  },
};
