import type {
  Density,
  LockKeeper,
  MemberFeature,
  PresetName,
  PrivacyView,
  WeekStart,
} from '@calmness/contracts';
import type { settings as french } from '../fr/settings';

interface Switch {
  name: string;
  /** What turning it off does. */
  off: string;
}
const features: Record<MemberFeature, Switch> = {
  'dashboard-activity': {
    name: 'Recent activity on the dashboard',
    off: 'When off, it leaves the first page; the history is still kept.',
  },
  'unread-badge': {
    name: 'Badge of unread notifications',
    off: 'When off, the bell stays silent; your notifications still arrive.',
  },
};
const privacy: Record<keyof PrivacyView, Switch> = {
  analytics_opt_out: {
    name: 'Do not count my visits',
    off: 'Our statistics are anonymous and use no cookie. When on, your pages are not counted at all.',
  },
  share_with_mentors: {
    name: 'Show my progress to my coaches',
    off: 'When off, a coach sees only what you write to him.',
  },
  audience_profile_opt_in: {
    name: 'Count my age range and gender in the statistics',
    off: 'Always added up with those of nine other members at least.',
  },
};
const presets: Record<PresetName, { name: string; what: string }> = {
  calm: { name: 'Calm', what: 'Little information, no badge.' },
  active: { name: 'Active', what: 'Activity and badges, with room around them.' },
  intensive: { name: 'Intensive', what: 'Everything, packed close.' },
};
const densities: Record<Density, string> = { comfortable: 'Airy', compact: 'Compact' };
const weeks: Record<WeekStart, string> = { monday: 'Monday', sunday: 'Sunday' };
const locks: Record<LockKeeper, string> = {
  academy: 'Switched off by the academy for now.',
  plan: 'Your plan does not include this feature.',
};

export const settings: typeof french = {
  lead: 'They follow you on all your devices.',
  saved: 'Setting saved.',
  presetsTitle: 'In one go',
  presetsLead: 'A preset changes the look and the features at once. You can adjust everything afterwards.',
  presets,
  chosen: 'Chosen',
  choose: (name: string) => `Choose ${name}`,
  lookTitle: 'Look',
  themeLead: 'Automatic follows your device.',
  density: 'Density',
  densities,
  week: 'The week starts on',
  weeks,
  languageTitle: 'Language and time zone',
  languageLead: 'Pages, e-mails and reminders follow them.',
  timezone: 'Time zone',
  featuresTitle: 'Features',
  features,
  locks,
  privacyTitle: 'Privacy',
  privacy,
};
