import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { legalDocumentCodes } from '@calmness/contracts';
import type { LegalDocumentView } from '@calmness/contracts';
import { valueOf } from '../../core/http/resource-values';
import { coreTexts } from '../../core/i18n/core-texts';
import { useTexts } from '../../core/i18n/feature-texts';
import { Language } from '../../core/i18n/language';
import { Faces } from '../../ui/faces';
import { Moment } from '../../ui/moment';
import { legalTexts } from './legal-texts';
import { RichText } from './rich-text';

@Component({
  selector: 'cal-legal-page',
  imports: [Faces, Moment, RichText, RouterLink, RouterLinkActive],
  templateUrl: './legal-page.html',
  styleUrl: './legal-page.scss',
})
export class LegalPage {
  readonly document = input.required<string>();
  private readonly language = inject(Language);
  protected readonly t = useTexts(legalTexts);
  protected readonly words = useTexts(coreTexts);
  protected readonly codes = legalDocumentCodes;

  protected readonly page = httpResource<LegalDocumentView>(() => ({
    url: `/api/legal/${encodeURIComponent(this.document())}`,
    params: { locale: this.language.locale() },
  }));
  protected readonly view = valueOf(this.page);
  protected readonly title = computed(() => this.view()?.title ?? this.words().titles.legal);
  /** The text often opens with its own title: it is not said twice. */
  protected readonly body = computed(() => this.view()?.body.replace(/^\s*#\s+[^\n]*\n/, '') ?? '');
}
