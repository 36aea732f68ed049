import { DOCUMENT, effect, inject, Service, signal } from '@angular/core';
import type { AppearanceView } from '@calmness/contracts';

/** The same words as the server's settings. */
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

  /** What the member chose, on whichever device: it wins over what this one remembered. */
  adopt({ theme, density }: AppearanceView): void {
    this.choose(theme);
    this.document.documentElement.dataset['density'] = density;
  }

  private remembered(): ThemeChoice {
    const stored = this.document.defaultView?.localStorage.getItem(storageKey);
    return themeChoices.find((choice) => choice === stored) ?? 'auto';
  }
}
