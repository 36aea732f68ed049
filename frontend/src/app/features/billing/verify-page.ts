import { httpResource } from '@angular/common/http';
import { Component, computed, DestroyRef, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Meta } from '@angular/platform-browser';
import { RouterLink } from '@angular/router';
import { mdiCashRefund, mdiFileQuestionOutline, mdiFileReplaceOutline, mdiShieldCheckOutline } from '@mdi/js';
import type { InvoiceVerification, VerifiedState } from '@calmness/contracts';
import { valueOf } from '../../core/http/resource-values';
import { useTexts } from '../../core/i18n/feature-texts';
import { Chip } from '../../ui/chip';
import { Day } from '../../ui/day';
import { EmptyState } from '../../ui/empty-state';
import { Faces } from '../../ui/faces';
import { Money } from '../../ui/money';
import type { Tone } from '../../ui/tone';
import { verifyTexts } from './verify-texts';

const tones: Record<VerifiedState, Tone> = { authentic: 'success', credited: 'warning', replaced: 'warning' };

const icons: Record<VerifiedState, string> = {
  authentic: mdiShieldCheckOutline,
  credited: mdiCashRefund,
  replaced: mdiFileReplaceOutline,
};

/** Where the code of a printed invoice leads: genuine or not, and nothing of who bought. */
@Component({
  selector: 'cal-verify-page',
  imports: [Chip, Day, EmptyState, Faces, MatButton, Money, RouterLink],
  templateUrl: './verify-page.html',
  styleUrl: './verify-page.scss',
})
export class VerifyPage {
  readonly code = input.required<string>();
  protected readonly t = useTexts(verifyTexts);
  protected readonly tones = tones;
  protected readonly icons = icons;
  protected readonly unknown = mdiFileQuestionOutline;

  protected readonly answer = httpResource<InvoiceVerification>(
    () => `/api/invoices/verify/${encodeURIComponent(this.code())}`,
  );
  private readonly value = valueOf(this.answer);
  protected readonly invoice = computed(() => this.value()?.invoice ?? null);

  constructor() {
    const meta = inject(Meta);
    meta.addTag({ name: 'robots', content: 'noindex' });
    inject(DestroyRef).onDestroy(() => meta.removeTag('name=robots'));
  }
}
