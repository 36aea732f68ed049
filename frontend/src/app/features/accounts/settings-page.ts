import { Component, computed, inject, linkedSignal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { locales } from '@calmness/contracts';
import type { Locale } from '@calmness/contracts';
import { coreTexts } from '../../core/i18n/core-texts';
import { useTexts } from '../../core/i18n/feature-texts';
import { Language } from '../../core/i18n/language';
import { Theme, themeChoices } from '../../core/theme/theme';
import type { ThemeChoice } from '../../core/theme/theme';
import { FilterTabs } from '../../ui/filter-tabs';
import { PageHeader } from '../../ui/page-header';
import { profileTexts } from './accounts-texts';

/** What is this device's own: how the pages look and which language they speak here. */
@Component({
  selector: 'cal-settings-page',
  imports: [FilterTabs, PageHeader, RouterLink],
  template: `
    <div class="stack page">
      <cal-page-header [heading]="words().titles.settings" [lead]="t().settings.lead" />
      <section class="card stack-tight" aria-labelledby="theme">
        <h2 id="theme">{{ words().theme.legend }}</h2>
        <p class="muted">{{ t().settings.theme }}</p>
        <cal-filter-tabs
          [legend]="words().theme.legend"
          [choices]="themes()"
          [value]="theme.choice()"
          (valueChange)="chooseTheme($event)"
        />
      </section>
      <section class="card stack-tight" aria-labelledby="language">
        <h2 id="language">{{ words().language.legend }}</h2>
        <p class="muted">
          {{ t().settings.language }}
          <a routerLink="/user/profile" fragment="locale">{{ t().settings.toProfile }}</a>
        </p>
        <cal-filter-tabs
          [legend]="words().language.legend"
          [choices]="languages()"
          [value]="locale()"
          (valueChange)="chooseLanguage($event)"
        />
      </section>
    </div>
  `,
})
export class SettingsPage {
  protected readonly theme = inject(Theme);
  private readonly language = inject(Language);
  protected readonly t = useTexts(profileTexts);
  protected readonly words = useTexts(coreTexts);
  protected readonly locale = linkedSignal(() => this.language.locale());
  protected readonly themes = computed(() =>
    themeChoices.map((value) => ({ value, label: this.words().theme.choices[value] })),
  );
  protected readonly languages = computed(() =>
    locales.map((value) => ({ value, label: this.words().language[value] })),
  );

  protected chooseTheme(choice: ThemeChoice): void {
    this.theme.choose(choice);
  }

  protected chooseLanguage(locale: Locale): void {
    void this.language.choose(locale);
  }
}
