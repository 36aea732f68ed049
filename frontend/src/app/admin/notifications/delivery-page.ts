import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { DeliveryTimeline } from '@calmness/contracts';
import { firstValueFrom } from 'rxjs';
import { Toasts } from '../../core/feedback/toasts';
import { failureOf } from '../../core/http/failure';
import { valueOf } from '../../core/http/resource-values';
import { coreTexts } from '../../core/i18n/core-texts';
import { useTexts } from '../../core/i18n/feature-texts';
import { Session } from '../../core/session/session';
import { deliveryTexts } from '../../features/notifications/delivery-texts';
import { Chip } from '../../ui/chip';
import { Confirm } from '../../ui/confirm';
import { Faces } from '../../ui/faces';
import { Moment } from '../../ui/moment';
import { Note } from '../../ui/note';
import { PageHeader } from '../../ui/page-header';
import { WaitButton } from '../../ui/wait-button';
import { deliveryLooks } from './delivery-looks';
import { deskTexts } from './desk-texts';

/** One delivery: what was decided, every step since, and what may still be done about it. */
@Component({
  selector: 'cal-delivery-page',
  imports: [Chip, Faces, MatButton, Moment, Note, PageHeader, RouterLink, WaitButton],
  templateUrl: './delivery-page.html',
  styleUrl: './delivery-page.scss',
})
export class DeliveryPage {
  readonly id = input.required<string>();
  private readonly http = inject(HttpClient);
  private readonly confirm = inject(Confirm);
  private readonly toasts = inject(Toasts);
  private readonly session = inject(Session);
  protected readonly desk = useTexts(deskTexts);
  protected readonly t = computed(() => this.desk().delivery);
  protected readonly words = useTexts(deliveryTexts);
  protected readonly core = useTexts(coreTexts);
  protected readonly looks = deliveryLooks;
  protected readonly busy = signal(false);
  private readonly url = computed(() => `/api/admin/notifications/deliveries/${this.id()}`);
  protected readonly answer = httpResource<DeliveryTimeline>(() => this.url());
  protected readonly delivery = valueOf(this.answer);
  protected readonly heading = computed(() => {
    const template = this.delivery()?.template;
    return template ? this.words().name(template) : this.core().titles.adminDelivery;
  });
  protected readonly maySteer = computed(() => this.session.may('notifications.desk-manage'));

  protected retry(of: DeliveryTimeline): Promise<void> {
    return this.decide(of, 'retry', this.t().askRetry, this.t().retried);
  }

  protected cancel(of: DeliveryTimeline): Promise<void> {
    return this.decide(of, 'cancel', this.t().askCancel, this.t().cancelled);
  }

  private async decide(
    { template, recipient_name: who }: DeliveryTimeline,
    verb: 'retry' | 'cancel',
    { title, ...ask }: ReturnType<typeof this.t>['askRetry'],
    done: string,
  ): Promise<void> {
    if (
      !(await this.confirm.ask({
        ...ask,
        title: title(this.words().name(template), who),
        danger: verb === 'cancel',
      }))
    ) {
      return;
    }
    this.busy.set(true);
    try {
      this.answer.set(await firstValueFrom(this.http.post<DeliveryTimeline>(`${this.url()}/${verb}`, null)));
      this.toasts.show(done, { tone: 'success' });
    } catch (error) {
      this.toasts.show(this.core().errors[failureOf(error).code], { tone: 'error' });
      this.answer.reload();
    } finally {
      this.busy.set(false);
    }
  }
}
