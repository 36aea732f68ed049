import { Component, computed, inject } from '@angular/core';
import { mdiThemeLightDark, mdiWeatherNight, mdiWhiteBalanceSunny } from '@mdi/js';
import { coreTexts } from '../core/i18n/core-texts';
import { useTexts } from '../core/i18n/feature-texts';
import { Theme, themeChoices } from '../core/theme/theme';
import type { ThemeChoice } from '../core/theme/theme';
import { Icon } from '../ui/icon';

const icons: Record<ThemeChoice, string> = {
  auto: mdiThemeLightDark,
  light: mdiWhiteBalanceSunny,
  dark: mdiWeatherNight,
};

/** Goes round auto, light, dark. */
@Component({
  selector: 'cal-theme-button',
  imports: [Icon],
  template: `
    <button type="button" class="round-button" [attr.aria-label]="label()" [title]="label()" (click)="turn()">
      <cal-icon [path]="icon()" />
    </button>
  `,
})
export class ThemeButton {
  private readonly theme = inject(Theme);
  private readonly t = useTexts(coreTexts);
  protected readonly icon = computed(() => icons[this.theme.choice()]);
  protected readonly label = computed(() => this.t().theme.next(this.t().theme.choices[this.theme.choice()]));

  protected turn(): void {
    const at = themeChoices.indexOf(this.theme.choice());
    this.theme.choose(themeChoices[(at + 1) % themeChoices.length] ?? 'auto');
  }
}
