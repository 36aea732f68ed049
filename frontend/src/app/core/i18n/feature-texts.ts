import { computed, inject, Signal } from '@angular/core';
import { ResolveFn } from '@angular/router';
import type { Locale } from '@calmness/contracts';
import { Language } from './language';

/** One feature's dictionary in both languages: each is fetched when it is first spoken. */
export class FeatureTexts<T> {
  private readonly loaded = new Map<Locale, T>();

  constructor(private readonly source: Record<Locale, () => Promise<T>>) {}

  async load(locale: Locale): Promise<void> {
    if (!this.loaded.has(locale)) {
      this.loaded.set(locale, await this.source[locale]());
    }
  }

  read(locale: Locale): T {
    const texts = this.loaded.get(locale) ?? [...this.loaded.values()][0];
    if (texts === undefined) {
      throw new Error('These texts were read before their route opened them.');
    }
    return texts;
  }
}

export function featureTexts<T>(source: Record<Locale, () => Promise<T>>): FeatureTexts<T> {
  return new FeatureTexts(source);
}

/** Put it on a route: the page opens only once its words are there. */
export function opens(...texts: FeatureTexts<unknown>[]): Record<string, ResolveFn<boolean>> {
  return {
    texts: async () => {
      const language = inject(Language);
      await Promise.all(texts.map((one) => language.open(one)));
      return true;
    },
  };
}

/** The dictionary in the language of the moment, for a template. */
export function useTexts<T>(texts: FeatureTexts<T>): Signal<T> {
  const language = inject(Language);
  return computed(() => texts.read(language.locale()));
}
