import { effect, inject, Service, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { RouterStateSnapshot, TitleStrategy } from '@angular/router';
import type { core } from '../../../i18n/fr/core';
import { coreTexts } from '../i18n/core-texts';
import { useTexts } from '../i18n/feature-texts';

export type PageName = keyof (typeof core)['titles'];

/** Routes name their page; the title follows the language. */
export function pageTitle(page: PageName): PageName {
  return page;
}

@Service()
export class PageTitles extends TitleStrategy {
  private readonly title = inject(Title);
  private readonly texts = useTexts(coreTexts);
  private readonly page = signal<PageName | undefined>(undefined);

  constructor() {
    super();
    effect(() => {
      const page = this.page();
      if (page) {
        this.title.setTitle(`${this.texts().titles[page]} · Calmness`);
      }
    });
  }

  override updateTitle(snapshot: RouterStateSnapshot): void {
    this.page.set(this.buildTitle(snapshot) as PageName | undefined);
  }

  /** The name of the page on screen, in the reader's language. */
  current(): string {
    const page = this.page();
    return page ? this.texts().titles[page] : 'Calmness';
  }
}
