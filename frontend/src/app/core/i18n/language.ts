import { DOCUMENT, effect, inject, Service, signal } from '@angular/core';
import { locales } from '@calmness/contracts';
import type { Locale } from '@calmness/contracts';

interface Openable {
  load(locale: Locale): Promise<void>;
}

const storageKey = 'calmness.locale';

function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value);
}

/** Which language the pages speak. Switching loads every dictionary in use first: no half-translated frame. */
@Service()
export class Language {
  private readonly document = inject(DOCUMENT);
  private readonly opened = new Set<Openable>();
  private readonly chosen = signal<Locale>(this.firstGuess());
  readonly locale = this.chosen.asReadonly();

  constructor() {
    effect(() => {
      this.document.documentElement.lang = this.locale();
    });
  }

  async open(texts: Openable): Promise<void> {
    this.opened.add(texts);
    await texts.load(this.locale());
  }

  /** `remember` keeps a visitor's choice for this tab; a member's own choice lives in the profile. */
  async choose(locale: Locale, remember = true): Promise<void> {
    if (remember) {
      this.storage?.setItem(storageKey, locale);
    }
    await Promise.all([...this.opened].map((texts) => texts.load(locale)));
    this.chosen.set(locale);
  }

  private firstGuess(): Locale {
    const remembered = this.storage?.getItem(storageKey);
    if (isLocale(remembered)) {
      return remembered;
    }
    const spoken = this.document.defaultView?.navigator.languages ?? [];
    return spoken.map((tag) => tag.slice(0, 2)).find(isLocale) ?? 'fr';
  }

  private get storage(): Storage | undefined {
    return this.document.defaultView?.sessionStorage;
  }
}
