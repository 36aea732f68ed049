import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { mdiCheck } from '@mdi/js';
import { densities, locales, memberFeatures, presetNames, weekStarts } from '@calmness/contracts';
import type { MemberFeature, PrivacyView, SettingsPatch, ThemeName } from '@calmness/contracts';
import { Toasts } from '../../core/feedback/toasts';
import { coreTexts } from '../../core/i18n/core-texts';
import { useTexts } from '../../core/i18n/feature-texts';
import { Language } from '../../core/i18n/language';
import { Theme, themeChoices } from '../../core/theme/theme';
import { Chip } from '../../ui/chip';
import { Faces } from '../../ui/faces';
import { FailureNote } from '../../ui/failure-note';
import { FilterTabs } from '../../ui/filter-tabs';
import { PageHeader } from '../../ui/page-header';
import { SwitchRow } from '../../ui/switch-row';
import { settingsTexts } from './accounts-texts';
import { ConnectedAccounts } from './connections/connected-accounts';
import { SettingsStore } from './settings-store';

const privacySwitches: readonly (keyof PrivacyView)[] = [
  'analytics_opt_out',
  'share_with_mentors',
  'audience_profile_opt_in',
];

/** What a member chose, on every device of his; each switch is saved as it is turned. */
@Component({
  selector: 'cal-settings-page',
  imports: [Chip, ConnectedAccounts, Faces, FailureNote, FilterTabs, MatButton, PageHeader, SwitchRow],
  providers: [SettingsStore],
  templateUrl: './settings-page.html',
  styleUrl: './settings-page.scss',
})
export class SettingsPage {
  protected readonly store = inject(SettingsStore);
  private readonly theme = inject(Theme);
  private readonly language = inject(Language);
  private readonly toasts = inject(Toasts);
  protected readonly t = useTexts(settingsTexts);
  protected readonly words = useTexts(coreTexts);
  protected readonly presetNames = presetNames;
  protected readonly features = memberFeatures;
  protected readonly privacySwitches = privacySwitches;
  protected readonly checkIcon = mdiCheck;
  protected readonly zones = Intl.supportedValuesOf('timeZone');

  protected readonly themes = computed(() =>
    themeChoices.map((value) => ({ value, label: this.words().theme.choices[value] })),
  );
  protected readonly languages = computed(() =>
    locales.map((value) => ({ value, label: this.words().language[value] })),
  );
  protected readonly densities = computed(() =>
    densities.map((value) => ({ value, label: this.t().densities[value] })),
  );
  protected readonly weeks = computed(() =>
    weekStarts.map((value) => ({ value, label: this.t().weeks[value] })),
  );

  protected lockOf(feature: MemberFeature): string {
    const keeper = this.store.settings()?.features[feature].locked_by;
    return keeper ? this.t().locks[keeper] : this.t().features[feature].off;
  }

  protected async chooseTheme(theme: ThemeName): Promise<void> {
    this.theme.choose(theme);
    await this.save({ theme });
  }

  protected async chooseLanguage(locale: 'fr' | 'en'): Promise<void> {
    await this.language.choose(locale);
    await this.save({ locale });
  }

  protected chooseZone(event: Event): Promise<void> {
    return this.save({ timezone: (event.target as HTMLSelectElement).value });
  }

  protected turnFeature(feature: MemberFeature, on: boolean): Promise<void> {
    return this.save({ features: { [feature]: on } });
  }

  protected turnPrivacy(name: keyof PrivacyView, on: boolean): Promise<void> {
    return this.save({ privacy: { [name]: on } });
  }

  protected async save(patch: Omit<SettingsPatch, 'version'>): Promise<void> {
    if (await this.store.change(patch)) {
      this.toasts.show(this.t().saved, { tone: 'success' });
    }
  }
}
