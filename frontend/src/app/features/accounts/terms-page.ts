import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { form, FormRoot, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { AcceptTermsRequest, LegalTermsView } from '@calmness/contracts';
import { firstValueFrom } from 'rxjs';
import { Toasts } from '../../core/feedback/toasts';
import { focusFirstError, Submission } from '../../core/forms/submission';
import { valueOf } from '../../core/http/resource-values';
import { useTexts } from '../../core/i18n/feature-texts';
import { Language } from '../../core/i18n/language';
import { Session } from '../../core/session/session';
import { Faces } from '../../ui/faces';
import { FailureNote } from '../../ui/failure-note';
import { PageHeader } from '../../ui/page-header';
import { TickField } from '../../ui/tick-field';
import { WaitButton } from '../../ui/wait-button';
import { gestionTexts } from './accounts-texts';

/** A text in force that the member has not accepted: nothing else opens before. */
@Component({
  selector: 'cal-terms-page',
  imports: [Faces, FailureNote, FormRoot, MatButton, PageHeader, RouterLink, TickField, WaitButton],
  template: `
    <div class="stack page">
      <cal-page-header [heading]="t().title" [lead]="t().lead" />
      <section class="card stack-tight" [attr.aria-label]="t().title">
        <cal-faces [of]="terms" shape="text" [count]="3">
          <div class="stack-tight">
            <ul>
              @for (text of changed(); track text.code) {
                <li>
                  <a [routerLink]="['/legal', text.code]" target="_blank">{{ t().read(text.title) }}</a>
                </li>
              }
            </ul>
            @if (submission.failure(); as failure) {
              <cal-failure-note [failure]="failure" />
            }
            <form class="stack-tight" [formRoot]="fields">
              <cal-tick-field name="agreed" [of]="fields.agreed">{{ t().adult }}</cal-tick-field>
              <div class="row">
                <button matButton="filled" type="submit" [calWaiting]="fields().submitting()">
                  {{ t().accept }}
                </button>
                <button matButton="text" type="button" (click)="leave()">{{ t().refuse }}</button>
              </div>
            </form>
            <p class="muted">
              {{ t().refuseLead }} <a routerLink="/user/gestion/data">{{ t().toData }}</a>
            </p>
          </div>
        </cal-faces>
      </section>
    </div>
  `,
})
export class TermsPage {
  private readonly http = inject(HttpClient);
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly language = inject(Language);
  private readonly texts = useTexts(gestionTexts);
  protected readonly t = computed(() => this.texts().terms);
  protected readonly terms = httpResource<LegalTermsView>(() => ({
    url: '/api/legal',
    params: { locale: this.language.locale() },
  }));
  private readonly value = valueOf(this.terms);
  protected readonly changed = computed(() => {
    const waiting = this.session.user()?.terms_to_accept.map(({ code }) => code) ?? [];
    return (this.value()?.documents ?? []).filter(({ code }) => waiting.includes(code));
  });
  protected readonly submission = new Submission();
  protected readonly fields = form(signal({ agreed: false }), (path) => required(path.agreed), {
    submission: {
      action: (tree) => this.submission.send(tree, () => this.accept()),
      onInvalid: focusFirstError,
    },
  });

  protected leave(): void {
    void this.session.logout();
  }

  private async accept(): Promise<void> {
    const body: AcceptTermsRequest = { accepted_terms_version: this.value()?.accepted_terms_version ?? '' };
    await firstValueFrom(this.http.post('/api/auth/user/terms', body));
    await this.session.reloadUser();
    this.toasts.show(this.t().done, { tone: 'success' });
    await this.router.navigateByUrl('/user');
  }
}
