import { Component, computed, inject } from '@angular/core';
import {
  mdiAccountOutline,
  mdiBellOutline,
  mdiCogOutline,
  mdiCreditCardOutline,
  mdiShieldAccountOutline,
  mdiShieldCrownOutline,
  mdiViewDashboardOutline,
  mdiWalletOutline,
} from '@mdi/js';
import { coreTexts } from '../core/i18n/core-texts';
import { useTexts } from '../core/i18n/feature-texts';
import { UnreadBadge } from '../core/live/unread-badge';
import { Session } from '../core/session/session';
import { Bell } from './bell';
import { SideFrame } from './side-frame';
import type { NavItem } from './side-frame';

@Component({
  selector: 'cal-member-shell',
  imports: [Bell, SideFrame],
  template: `
    <cal-side-frame [name]="t().nav.member" home="/user" [items]="items()" [lowerItems]="lowerItems()">
      <cal-bell />
    </cal-side-frame>
  `,
})
export class MemberShell {
  private readonly session = inject(Session);
  private readonly unread = inject(UnreadBadge);
  protected readonly t = useTexts(coreTexts);

  protected readonly items = computed((): NavItem[] => {
    const nav = this.t().nav;
    const count = this.unread.count();
    return [
      { link: '/user', label: nav.dashboard, icon: mdiViewDashboardOutline, exact: true },
      { link: '/user/profile', label: nav.profile, icon: mdiAccountOutline },
      { link: '/user/payments', label: nav.payments, icon: mdiCreditCardOutline },
      { link: '/user/wallet', label: this.t().titles.wallet, icon: mdiWalletOutline },
      {
        link: '/user/notifications',
        label: nav.notifications,
        icon: mdiBellOutline,
        badge: { count, label: this.unread.label(), name: this.t().notifications.unread(count) },
      },
    ];
  });

  protected readonly lowerItems = computed((): NavItem[] => {
    const nav = this.t().nav;
    const gestion = { link: '/user/gestion', label: nav.gestion, icon: mdiShieldAccountOutline };
    const settings = { link: '/user/settings', label: nav.settings, icon: mdiCogOutline };
    const admin = { link: '/admin', label: nav.toAdmin, icon: mdiShieldCrownOutline };
    return this.session.isStaff() ? [admin, gestion, settings] : [gestion, settings];
  });
}
