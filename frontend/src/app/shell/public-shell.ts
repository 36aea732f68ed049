import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { legalDocumentCodes } from '@calmness/contracts';
import { coreTexts } from '../core/i18n/core-texts';
import { useTexts } from '../core/i18n/feature-texts';
import { Features } from '../core/session/features';
import { Session } from '../core/session/session';
import { Logo } from '../ui/logo';
import { Announcement } from './announcement';
import { LanguageButton } from './language-button';
import { SkipLink } from './skip-link';
import { ThemeButton } from './theme-button';

@Component({
  selector: 'cal-public-shell',
  imports: [
    Announcement,
    LanguageButton,
    Logo,
    MatButton,
    RouterLink,
    RouterLinkActive,
    RouterOutlet,
    SkipLink,
    ThemeButton,
  ],
  templateUrl: './public-shell.html',
  styleUrl: './public-shell.scss',
})
export class PublicShell {
  protected readonly session = inject(Session);
  protected readonly features = inject(Features);
  protected readonly t = useTexts(coreTexts);
  protected readonly documents = legalDocumentCodes;
  protected readonly year = new Date().getFullYear();

  constructor() {
    void this.features.ready();
  }
}
