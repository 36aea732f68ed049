import type { IsoDateText, IsoInstantText } from './primitives';
import type { ActivityKind } from './states';

/** The eleven figures; those whose domain does not exist yet, or failed, are absent. */
export interface DashboardWidgets {
  formations_active?: number;
  formations_completed?: number;
  formations_upcoming?: number;
  signals_active?: number;
  signals_profit_r?: number;
  signals_win_rate?: number;
  notifications_unread?: number;
  subscriptions_active?: number;
  subscriptions_days_left?: number;
  payments_total_cents?: number;
  payments_this_month_cents?: number;
}
export interface ActivityEntry {
  kind: ActivityKind;
  at: IsoInstantText;
  /** A short noun the sentence needs, e.g. an invoice number; null when none. */
  subject: string | null;
  url: string | null;
}
export interface NextPayment {
  plan_name: { fr: string; en: string };
  amount_cents: number;
  due_on: IsoDateText;
  url: string;
}
export interface QuickAction {
  code: 'complete_profile' | 'choose_plan' | 'renew' | 'see_pending_payment' | 'read_notifications';
  url: string;
}
/** `GET /auth/user/dashboard/`: composed of slices; a missing slice is absent, never faked. */
export interface DashboardView {
  welcome?: { first_name: string };
  widgets: DashboardWidgets;
  recent_activity?: ActivityEntry[];
  next_payment?: NextPayment | null;
  quick_actions?: QuickAction[];
  unread_notifications?: number;
}
