import { Component, inject, viewChild } from '@angular/core';
import { coreTexts } from '../../../core/i18n/core-texts';
import { useTexts } from '../../../core/i18n/feature-texts';
import { PageHeader } from '../../../ui/page-header';
import { IdentityCard } from './identity-card';
import { IdentityStore } from './identity-store';
import { identityTexts } from './identity-texts';

/** Who is billed, in Gestion. */
@Component({
  selector: 'cal-identity-page',
  imports: [IdentityCard, PageHeader],
  providers: [IdentityStore],
  template: `
    <div class="stack page">
      <cal-page-header
        [heading]="t().title"
        [lead]="t().lead"
        backTo="/user/gestion"
        [backLabel]="words().titles.gestion"
      />
      <section class="card stack-tight" [attr.aria-label]="t().question">
        <p class="muted">{{ t().why }}</p>
        <cal-identity-card />
      </section>
    </div>
  `,
})
export class IdentityPage {
  protected readonly store = inject(IdentityStore);
  protected readonly t = useTexts(identityTexts);
  protected readonly words = useTexts(coreTexts);
  private readonly card = viewChild(IdentityCard);

  hasUnsavedChanges(): boolean {
    return this.card()?.hasUnsavedChanges() ?? false;
  }
}
