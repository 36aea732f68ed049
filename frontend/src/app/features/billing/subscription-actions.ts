import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import type { CancelSubscriptionRequest, SubscriptionRow } from '@calmness/contracts';
import { firstValueFrom } from 'rxjs';
import { CancelDialog, type CancelQuestion } from './cancel-dialog';

/** What a member does with a subscription of his. */
@Service()
export class SubscriptionActions {
  private readonly http = inject(HttpClient);
  private readonly dialogs = inject(MatDialog);

  /** Nothing when he keeps it after all. */
  async askToCancel(question: CancelQuestion): Promise<CancelSubscriptionRequest | undefined> {
    const opened = this.dialogs.open<CancelDialog, CancelQuestion, CancelSubscriptionRequest>(CancelDialog, {
      data: question,
      autoFocus: '[data-cancel]',
      maxWidth: 'min(92vw, 520px)',
    });
    return firstValueFrom(opened.afterClosed());
  }

  cancel(id: string, request: CancelSubscriptionRequest): Promise<SubscriptionRow> {
    return this.post(`${id}/cancel`, request);
  }

  change(id: string, action: 'resume' | 'pause' | 'unpause'): Promise<SubscriptionRow> {
    return this.post(`${id}/${action}`, {});
  }

  startTrial(plan_code: string): Promise<SubscriptionRow> {
    return this.post('trial', { plan_code });
  }

  redeem(code: string): Promise<SubscriptionRow> {
    return this.post('redeem', { code });
  }

  private post(path: string, body: object): Promise<SubscriptionRow> {
    return firstValueFrom(this.http.post<SubscriptionRow>(`/api/auth/user/subscriptions/${path}`, body));
  }
}
