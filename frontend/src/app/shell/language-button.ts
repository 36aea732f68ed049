import { Component, inject } from '@angular/core';
import { coreTexts } from '../core/i18n/core-texts';
import { useTexts } from '../core/i18n/feature-texts';
import { Language } from '../core/i18n/language';

/** Offers the other language, in that language. */
@Component({
  selector: 'cal-language-button',
  template: `
    <button
      type="button"
      class="round-button letters"
      [attr.lang]="other()"
      [attr.aria-label]="t().language.short + ' – ' + t().language.switchTo"
      [title]="t().language.switchTo"
      (click)="turn()"
    >
      {{ t().language.short }}
    </button>
  `,
})
export class LanguageButton {
  private readonly language = inject(Language);
  protected readonly t = useTexts(coreTexts);

  protected other(): 'fr' | 'en' {
    return this.language.locale() === 'fr' ? 'en' : 'fr';
  }

  protected turn(): void {
    void this.language.choose(this.other());
  }
}
