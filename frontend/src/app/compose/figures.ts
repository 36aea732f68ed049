import {
  mdiBellOutline,
  mdiCalendarClockOutline,
  mdiCalendarMonthOutline,
  mdiCardAccountDetailsOutline,
  mdiChartLine,
  mdiClockOutline,
  mdiPercentOutline,
  mdiPulse,
  mdiSchoolOutline,
  mdiTrophyOutline,
  mdiWalletOutline,
} from '@mdi/js';
import type { DashboardWidgets } from '@calmness/contracts';
import type { Formats } from '../core/i18n/formats';
import type { Tone } from '../ui/tone';

export interface Figure {
  code: keyof DashboardWidgets;
  icon: string;
  tone: Tone;
  /** The page that tells more; absent while it does not exist. */
  link?: string;
  show: (value: number, formats: Formats) => string;
}

const plain: Figure['show'] = (value, formats) => formats.number(value);
const money: Figure['show'] = (value, formats) => formats.money(value);

/** The eleven figures of the dashboard, in their order. Those absent from the answer are not shown. */
export const figures: readonly Figure[] = [
  { code: 'formations_active', icon: mdiSchoolOutline, tone: 'info', show: plain },
  { code: 'formations_completed', icon: mdiTrophyOutline, tone: 'success', show: plain },
  { code: 'formations_upcoming', icon: mdiClockOutline, tone: 'warning', show: plain },
  { code: 'signals_active', icon: mdiPulse, tone: 'info', show: plain },
  {
    code: 'signals_profit_r',
    icon: mdiChartLine,
    tone: 'neutral',
    show: (value, formats) => `${formats.number(value)} R`,
  },
  {
    code: 'signals_win_rate',
    icon: mdiPercentOutline,
    tone: 'neutral',
    show: (value, formats) => formats.percent(value * 100),
  },
  {
    code: 'subscriptions_active',
    icon: mdiCardAccountDetailsOutline,
    tone: 'info',
    link: '/user/payments',
    show: plain,
  },
  {
    code: 'subscriptions_days_left',
    icon: mdiCalendarClockOutline,
    tone: 'success',
    link: '/user/payments',
    show: plain,
  },
  {
    code: 'notifications_unread',
    icon: mdiBellOutline,
    tone: 'warning',
    link: '/user/notifications',
    show: plain,
  },
  { code: 'payments_total_cents', icon: mdiWalletOutline, tone: 'gold', link: '/user/payments', show: money },
  {
    code: 'payments_this_month_cents',
    icon: mdiCalendarMonthOutline,
    tone: 'gold',
    link: '/user/payments',
    show: money,
  },
];
