import { DOCUMENT, effect, inject, Service, signal } from '@angular/core';

export const themeChoices = ['auto', 'light', 'dark'] as const;
export type ThemeChoice = (typeof themeChoices)[number];

const storageKey = 'calmness.theme';

/** Auto follows the system. The choice is this device's own; `public/theme.js` applies it before the first paint. */
@Service()
export class Theme {
  private readonly document = inject(DOCUMENT);
  private readonly chosen = signal<ThemeChoice>(this.remembered());
  readonly choice = this.chosen.asReadonly();

  constructor() {
    effect(() => {
      this.document.documentElement.dataset['theme'] = this.choice();
    });
  }

  choose(choice: ThemeChoice): void {
    this.chosen.set(choice);
    this.document.defaultView?.localStorage.setItem(storageKey, choice);
  }

  private remembered(): ThemeChoice {
    const stored = this.document.defaultView?.localStorage.getItem(storageKey);
    return themeChoices.find((choice) => choice === stored) ?? 'auto';
  }
}
