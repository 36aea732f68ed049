import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { form, FormField, FormRoot, min, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { mdiTicketPercentOutline } from '@mdi/js';
import { couponKinds, type CouponKind, type CouponList, type CouponView } from '@calmness/contracts';
import { firstValueFrom } from 'rxjs';
import { Toasts } from '../../core/feedback/toasts';
import { focusFirstError, Submission } from '../../core/forms/submission';
import { failureOf } from '../../core/http/failure';
import type { Failure } from '../../core/http/failure';
import { coreTexts } from '../../core/i18n/core-texts';
import { useTexts } from '../../core/i18n/feature-texts';
import { Formats } from '../../core/i18n/formats';
import { dataTable } from '../../ui/data-table';
import { EmptyState } from '../../ui/empty-state';
import { Faces } from '../../ui/faces';
import { FailureNote } from '../../ui/failure-note';
import { Control, Field } from '../../ui/field';
import { PageHeader } from '../../ui/page-header';
import { WaitButton } from '../../ui/wait-button';
import { AccessCodesPanel } from './access-codes-panel';
import { contractsTexts } from './contracts-texts';

const url = '/api/admin/coupons';
const blank = {
  ...{ code: '', kind: 'percent' as CouponKind, value: 10, max_uses: '' },
  ...{ valid_from: '', valid_to: '' },
};

/** Discount codes: made once, then switched on and off; and the access codes beside them. */
@Component({
  selector: 'cal-admin-coupons-page',
  imports: [
    AccessCodesPanel,
    Control,
    EmptyState,
    Faces,
    FailureNote,
    Field,
    FormField,
    FormRoot,
    MatButton,
    PageHeader,
    WaitButton,
    ...dataTable,
  ],
  templateUrl: './coupons-page.html',
})
export class AdminCouponsPage {
  private readonly http = inject(HttpClient);
  private readonly toasts = inject(Toasts);
  protected readonly formats = inject(Formats);
  private readonly texts = useTexts(contractsTexts);
  protected readonly words = useTexts(coreTexts);
  protected readonly t = computed(() => this.texts().coupons);
  protected readonly icon = mdiTicketPercentOutline;
  protected readonly kinds = couponKinds;
  protected readonly list = httpResource<CouponList>(() => url);
  protected readonly coupons = computed(() => (this.list.hasValue() ? this.list.value().coupons : []));
  protected readonly failure = signal<Failure | undefined>(undefined);
  protected readonly submission = new Submission();
  private readonly model = signal(blank);
  protected readonly fields = form(
    this.model,
    (path) => {
      required(path.code);
      required(path.valid_from);
      min(path.value, 1);
    },
    {
      submission: {
        action: (tree) => this.submission.send(tree, () => this.create()),
        onInvalid: focusFirstError,
      },
    },
  );

  protected worth({ kind, value }: CouponView): string {
    return kind === 'percent' ? `${this.formats.number(value)} %` : this.formats.money(value);
  }

  protected async toggle({ id, active, version }: CouponView): Promise<void> {
    this.failure.set(undefined);
    try {
      await firstValueFrom(this.http.patch(`${url}/${id}`, { active: !active, version }));
      this.list.reload();
    } catch (error) {
      this.failure.set(failureOf(error));
    }
  }

  private async create(): Promise<void> {
    const { code, kind, value, max_uses, valid_from, valid_to } = this.model();
    const worth = kind === 'percent' ? Math.round(value) : Math.round(value * 100);
    await firstValueFrom(
      this.http.post(url, {
        ...{ code, kind, value: worth, plan_codes: [], active: true, valid_from },
        max_uses: max_uses ? Number(max_uses) : null,
        valid_to: valid_to || null,
      }),
    );
    this.model.set(blank);
    this.fields().reset();
    this.list.reload();
    this.toasts.show(this.t().saved, { tone: 'success' });
  }
}
