import type { MailTemplateName } from '../mail-templates';
import { addressed, text, type MailVariables } from './mail-variable';
import { accountVariables } from './account-variables';
import { billingVariables } from './billing-variables';
import { broadcastVariables } from './broadcast-variables';
import { contractVariables } from './contract-variables';
import { reminderVariables } from './reminder-variables';
import { staffVariables } from './staff-variables';

/** What each mail is told. A spec compares it with what its words really use, in both languages. */
export const mailVariables: Readonly<Record<MailTemplateName, MailVariables>> = {
  ...accountVariables,
  ...billingVariables,
  ...contractVariables,
  ...reminderVariables,
  ...broadcastVariables,
  ...staffVariables,
  // Its list is no variable: a summary has as many lines as there is news.
  digest: { ...addressed('/user/notifications'), news: text('2 nouvelles', '2 updates') },
};
