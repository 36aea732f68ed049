import { Component, computed, inject } from '@angular/core';
import { mdiViewDashboardOutline } from '@mdi/js';
import { coreTexts } from '../core/i18n/core-texts';
import { useTexts } from '../core/i18n/feature-texts';
import { Session } from '../core/session/session';
import { SideFrame } from '../shell/side-frame';
import type { NavItem } from '../shell/side-frame';
import { adminRooms } from './admin-rooms';
import { Palette } from './palette';
import { adminTexts } from './admin-texts';

/** The staff's frame: it lists the rooms one's duties open, and nothing else. */
@Component({
  selector: 'cal-admin-shell',
  imports: [Palette, SideFrame],
  template: `
    <cal-side-frame [name]="words().nav.admin" home="/admin" [items]="items()" [lowerItems]="lower()">
      <cal-palette />
    </cal-side-frame>
  `,
})
export class AdminShell {
  private readonly session = inject(Session);
  private readonly t = useTexts(adminTexts);
  protected readonly words = useTexts(coreTexts);

  protected readonly items = computed((): NavItem[] =>
    adminRooms
      .filter(({ duty }) => this.session.may(duty))
      .map(({ label, ...room }) => ({ ...room, label: this.t().nav[label] })),
  );

  protected readonly lower = computed((): NavItem[] => [
    { link: '/user', label: this.words().nav.toMember, icon: mdiViewDashboardOutline },
  ]);
}
