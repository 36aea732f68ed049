import type {
  Flag,
  NotificationCategory,
  NotificationSeverity,
  NotificationType,
  Permission,
  ShortChannel,
} from '@calmness/contracts';
import type { MailTemplateName } from '../../delivery/templates/mail-templates';
import type { InAppTexts } from './in-app-texts';

/** Who is told what, through which channels. A new kind of news is a new line here. */
export interface Announcement {
  /** Kind of the subject whose description fills the texts. */
  subjectKind: string;
  /** `erased-member`: whom the house no longer knows, while it knows where to say so. */
  audience: 'member' | 'erased-member' | Permission;
  /** What it is about: decides who may not want to hear it. */
  category: NotificationCategory;
  inApp?: { type: NotificationType; severity: NotificationSeverity; texts: InAppTexts };
  /** A few lines to where a phone rings; often the words of the list. */
  short?: { texts: InAppTexts; channels: readonly ShortChannel[] };
  mail?: MailTemplateName;
  /** Not told while this feature is off for the member; what security or the law asks for has none. */
  flag?: Flag;
}
