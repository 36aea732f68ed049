import type { Announcement } from './announcement';
import type { InAppTexts } from './in-app-texts';

/** What the staff wrote, as it wrote it. */
const asWritten: InAppTexts = {
  fr: (facts) => ({ title: facts['title'] ?? '', body: facts['body'] ?? '' }),
  en: (facts) => ({ title: facts['title'] ?? '', body: facts['body'] ?? '' }),
};
const said = {
  subjectKind: 'notifications.broadcast',
  audience: 'member',
  inApp: { type: 'broadcast', severity: 'info', texts: asWritten },
  mail: 'broadcast',
} as const;

/** News for a whole audience; a broadcast chooses among these channels. */
export const broadcastAnnouncements = {
  'broadcast-news': {
    ...said,
    category: 'news',
    short: { texts: asWritten, channels: ['telegram', 'push'] },
  },
  'broadcast-offers': {
    ...said,
    category: 'offers',
    short: { texts: asWritten, channels: ['whatsapp', 'telegram', 'push'] },
  },
} as const satisfies Record<string, Announcement>;
