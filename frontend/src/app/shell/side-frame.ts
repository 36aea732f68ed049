import { Component, computed, ElementRef, inject, input, signal, viewChild } from '@angular/core';
import { takeUntilDestroyed, toSignal } from '@angular/core/rxjs-interop';
import { NgTemplateOutlet } from '@angular/common';
import { NavigationEnd, Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { mdiClose, mdiLogout, mdiMenu } from '@mdi/js';
import { filter, tap } from 'rxjs';
import { coreTexts } from '../core/i18n/core-texts';
import { useTexts } from '../core/i18n/feature-texts';
import { Session } from '../core/session/session';
import { Icon } from '../ui/icon';
import { Logo } from '../ui/logo';
import { Announcement } from './announcement';
import { LanguageButton } from './language-button';
import { SkipLink } from './skip-link';
import { ThemeButton } from './theme-button';
import { ViewingBar } from './viewing-bar';

export interface NavItem {
  link: string;
  label: string;
  icon: string;
  /** Only this very path, not those below it. */
  exact?: boolean;
  /** Shown as a badge when it is not zero. */
  badge?: { count: number; label: string; name: string };
}

/** Sidebar on wide screens; bar at the foot and drawer on a phone. Both spaces of the house stand in it. */
@Component({
  selector: 'cal-side-frame',
  imports: [
    Announcement,
    Icon,
    LanguageButton,
    Logo,
    NgTemplateOutlet,
    RouterLink,
    RouterLinkActive,
    RouterOutlet,
    SkipLink,
    ThemeButton,
    ViewingBar,
  ],
  templateUrl: './side-frame.html',
  styleUrl: './side-frame.scss',
})
export class SideFrame {
  readonly name = input.required<string>();
  readonly items = input.required<readonly NavItem[]>();
  /** At the bottom of the sidebar, above the way out. */
  readonly lowerItems = input<readonly NavItem[]>([]);
  readonly home = input.required<string>();

  protected readonly session = inject(Session);
  protected readonly t = useTexts(coreTexts);
  protected readonly firstItems = computed(() => this.items().slice(0, 4));
  /** Its link was signed for five minutes: afterwards the initials will do. */
  protected readonly pictureFails = signal(false);
  protected readonly menuIcon = mdiMenu;
  protected readonly closeIcon = mdiClose;
  protected readonly logoutIcon = mdiLogout;
  private readonly drawer = viewChild.required<ElementRef<HTMLDialogElement>>('drawer');

  protected readonly closesOnArrival = toSignal(
    inject(Router).events.pipe(
      filter((event) => event instanceof NavigationEnd),
      tap(() => {
        this.close();
      }),
      takeUntilDestroyed(),
    ),
  );

  protected open(): void {
    this.drawer().nativeElement.showModal();
  }

  protected close(): void {
    const drawer = this.drawer().nativeElement;
    if (drawer.open) {
      drawer.close();
    }
  }

  protected logout(): void {
    this.close();
    void this.session.logout();
  }
}
