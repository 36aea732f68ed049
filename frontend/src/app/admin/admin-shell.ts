import { Component, computed, inject } from '@angular/core';
import {
  mdiAccountGroupOutline,
  mdiBankOutline,
  mdiCreditCardCheckOutline,
  mdiDomain,
  mdiFileDocumentOutline,
  mdiHeartPulse,
  mdiHistory,
  mdiInboxOutline,
  mdiPlaylistStar,
  mdiRepeat,
  mdiViewDashboardOutline,
} from '@mdi/js';
import type { Permission } from '@calmness/contracts';
import { coreTexts } from '../core/i18n/core-texts';
import { useTexts } from '../core/i18n/feature-texts';
import { Session } from '../core/session/session';
import { SideFrame } from '../shell/side-frame';
import type { NavItem } from '../shell/side-frame';
import { adminTexts } from './admin-texts';

/** The staff's frame: it lists the rooms one's duties open, and nothing else. */
@Component({
  selector: 'cal-admin-shell',
  imports: [SideFrame],
  template: `<cal-side-frame
    [name]="words().nav.admin"
    home="/admin"
    [items]="items()"
    [lowerItems]="lower()"
  />`,
})
export class AdminShell {
  private readonly session = inject(Session);
  private readonly t = useTexts(adminTexts);
  protected readonly words = useTexts(coreTexts);

  protected readonly items = computed((): NavItem[] => {
    const nav = this.t().nav;
    const rooms: (NavItem & { duty: Permission })[] = [
      { link: '/admin', label: nav.dayQueue, icon: mdiInboxOutline, exact: true, duty: 'staff.day-queue' },
      {
        link: '/admin/payments',
        label: nav.payments,
        icon: mdiCreditCardCheckOutline,
        duty: 'billing.payments-read',
      },
      {
        link: '/admin/invoices',
        label: nav.invoices,
        icon: mdiFileDocumentOutline,
        duty: 'billing.invoices-read',
      },
      {
        link: '/admin/members',
        label: nav.members,
        icon: mdiAccountGroupOutline,
        duty: 'accounts.members-read',
      },
      { link: '/admin/plans', label: nav.plans, icon: mdiPlaylistStar, duty: 'billing.plans-write' },
      {
        link: '/admin/payment-methods',
        label: nav.methods,
        icon: mdiBankOutline,
        duty: 'billing.payment-methods-write',
      },
      { link: '/admin/issuer', label: nav.issuer, icon: mdiDomain, duty: 'billing.issuer-read' },
      { link: '/admin/audit-log', label: nav.audit, icon: mdiHistory, duty: 'audit.read' },
      { link: '/admin/events', label: nav.events, icon: mdiRepeat, duty: 'operations.events-read' },
      { link: '/admin/health', label: nav.health, icon: mdiHeartPulse, duty: 'staff.day-queue' },
    ];
    return rooms.filter((room) => this.session.may(room.duty));
  });

  protected readonly lower = computed((): NavItem[] => [
    { link: '/user', label: this.words().nav.toMember, icon: mdiViewDashboardOutline },
  ]);
}
