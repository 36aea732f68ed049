import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { form, FormField, FormRoot, maxLength, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { MemberBillingProfileView, VouchForVatNumberRequest } from '@calmness/contracts';
import { firstValueFrom } from 'rxjs';
import { Toasts } from '../../core/feedback/toasts';
import { focusFirstError, Submission } from '../../core/forms/submission';
import { valueOf } from '../../core/http/resource-values';
import { useTexts } from '../../core/i18n/feature-texts';
import { Formats } from '../../core/i18n/formats';
import { Session } from '../../core/session/session';
import { identityTexts } from '../../features/billing/identity/identity-texts';
import { Faces } from '../../ui/faces';
import { FailureNote } from '../../ui/failure-note';
import { Control, Field } from '../../ui/field';
import { WaitButton } from '../../ui/wait-button';

/** Who a member is billed as; a VAT number the register does not answer for is vouched for here. */
@Component({
  selector: 'cal-billed-as-card',
  imports: [Control, Faces, FailureNote, Field, FormField, FormRoot, MatButton, WaitButton],
  template: `
    <section class="card stack-tight" aria-labelledby="billed-as">
      <h2 id="billed-as">{{ t().staff.title }}</h2>
      <cal-faces [of]="answer" [empty]="!profile()?.stored" shape="text" [count]="3">
        <p calEmpty class="muted">{{ t().staff.none }}</p>
        @if (profile(); as billed) {
          <p class="name">{{ billed.name }}</p>
          @for (line of lines(); track $index) {
            <p class="muted">{{ line }}</p>
          }
          @if (billed.vat_check !== 'none') {
            <p>{{ checked() }}</p>
          }
          @if (mayVouch()) {
            @if (submission.failure(); as failure) {
              <cal-failure-note [failure]="failure" />
            }
            <form class="stack-tight" [formRoot]="fields" [attr.aria-label]="t().staff.vouch">
              <cal-field
                name="vat_proof"
                [label]="t().staff.proof"
                [hint]="t().staff.proofHint"
                [of]="fields.proof"
              >
                <input calControl [formField]="fields.proof" />
              </cal-field>
              <div class="row">
                <button matButton="filled" type="submit" [calWaiting]="fields().submitting()">
                  {{ t().staff.vouch }}
                </button>
              </div>
            </form>
          }
        }
      </cal-faces>
    </section>
  `,
  styles: `
    .name {
      font-weight: 600;
    }
    form {
      margin-top: 12px;
    }
  `,
})
export class BilledAsCard {
  readonly memberId = input.required<string>();
  private readonly http = inject(HttpClient);
  private readonly toasts = inject(Toasts);
  private readonly session = inject(Session);
  private readonly formats = inject(Formats);
  protected readonly t = useTexts(identityTexts);
  protected readonly submission = new Submission();
  private readonly url = computed(() => `/api/admin/members/${this.memberId()}/billing-profile`);
  protected readonly answer = httpResource<MemberBillingProfileView>(() => this.url());
  protected readonly profile = valueOf(this.answer);
  protected readonly mayVouch = computed(
    () =>
      this.session.may('billing.payments-validate') &&
      this.profile()?.available_actions.includes('vouch_for_vat_number') === true,
  );

  protected readonly lines = computed(() => {
    const profile = this.profile();
    if (!profile) {
      return [];
    }
    const country = profile.country ? this.formats.country(profile.country) : '';
    return [
      ...profile.address_lines,
      `${profile.postal_code} ${profile.city} ${country}`.trim(),
      ...(profile.siren ? [this.t().siren(profile.siren)] : []),
      ...(profile.vat_number ? [this.t().vatNumber(profile.vat_number)] : []),
    ];
  });
  protected readonly checked = computed(() => {
    const profile = this.profile();
    const t = this.t();
    const day = profile?.vat_checked_on;
    return [
      t.staff.states[profile?.vat_check ?? 'none'],
      ...(day ? [t.checkedOn(this.formats.dayBrief(day))] : []),
      ...(profile?.vat_check_proof ? [`(${t.staff.proven(profile.vat_check_proof)})`] : []),
    ].join(' ');
  });

  private readonly model = signal({ proof: '' });
  protected readonly fields = form(
    this.model,
    (path) => {
      required(path.proof);
      maxLength(path.proof, 300);
    },
    {
      submission: {
        action: (tree) => this.submission.send(tree, () => this.vouch()),
        onInvalid: focusFirstError,
      },
    },
  );

  private async vouch(): Promise<void> {
    const body: VouchForVatNumberRequest = {
      version: this.profile()?.version ?? 0,
      proof: this.model().proof.trim(),
    };
    const url = `${this.url()}/vat-check`;
    this.answer.set(await firstValueFrom(this.http.post<MemberBillingProfileView>(url, body)));
    this.toasts.show(this.t().staff.vouched, { tone: 'success' });
  }
}
