import type { MailTemplateName } from '../mail-templates';
import { accountVariables } from './account-variables';
import { billingVariables } from './billing-variables';
import { broadcastVariables } from './broadcast-variables';
import { reminderVariables } from './reminder-variables';
import type { MailVariables } from './mail-variable';

/** What each mail is told. A spec compares it with what its words really use, in both languages. */
export const mailVariables: Readonly<Record<MailTemplateName, MailVariables>> = {
  ...accountVariables,
  ...billingVariables,
  ...reminderVariables,
  ...broadcastVariables,
};
