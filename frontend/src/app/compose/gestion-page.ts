import { httpResource } from '@angular/common/http';
import { Component, computed } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import {
  mdiCardAccountDetailsOutline,
  mdiCogOutline,
  mdiDatabaseLockOutline,
  mdiFileDocumentOutline,
  mdiShieldLockOutline,
} from '@mdi/js';
import type { SubscriptionList } from '@calmness/contracts';
import { valueOf } from '../core/http/resource-values';
import { useTexts } from '../core/i18n/feature-texts';
import { gestionTexts } from '../features/accounts/accounts-texts';
import { SubscriptionCard } from '../features/billing/subscription-card';
import { Faces } from '../ui/faces';
import { Icon } from '../ui/icon';
import { PageHeader } from '../ui/page-header';

/** Everything about one's account in one place: the plan as it stands, and the rooms behind it. */
@Component({
  selector: 'cal-gestion-page',
  imports: [Faces, Icon, MatButton, PageHeader, RouterLink, SubscriptionCard],
  template: `
    <div class="stack page">
      <cal-page-header [heading]="t().title" [lead]="t().lead" />
      <section class="card stack-tight" aria-labelledby="plan">
        <h2 id="plan">{{ t().plan }}</h2>
        <cal-faces [of]="answer" shape="text" [count]="3">
          @for (subscription of running(); track subscription.id) {
            <cal-subscription-card [subscription]="subscription" />
          } @empty {
            <p>{{ t().noPlan }}</p>
          }
        </cal-faces>
        <p class="muted">{{ t().renewal }}</p>
        <div class="row">
          <a matButton="outlined" routerLink="/user/payments">{{ t().payments }}</a>
          <a matButton="outlined" routerLink="/user/payments/new">{{ t().seePlans }}</a>
        </div>
      </section>
      <div class="rooms">
        @for (room of rooms(); track room.link) {
          <section class="card stack-tight" [attr.aria-label]="room.title">
            <h2><cal-icon [path]="room.icon" /> {{ room.title }}</h2>
            <p class="muted">{{ room.lead }}</p>
            <a matButton="filled" [routerLink]="room.link">{{ room.open }}</a>
          </section>
        }
      </div>
    </div>
  `,
  styles: `
    .rooms {
      display: grid;
      gap: 16px;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 240px), 1fr));
    }
    .rooms a {
      justify-self: start;
    }
    h2 {
      display: flex;
      align-items: center;
      gap: 10px;
    }
  `,
})
export class GestionPage {
  protected readonly t = useTexts(gestionTexts);
  protected readonly answer = httpResource<SubscriptionList>(() => '/api/auth/user/subscriptions/');
  private readonly value = valueOf(this.answer);
  protected readonly running = computed(() =>
    (this.value()?.subscriptions ?? []).filter(({ status }) => status === 'active' || status === 'pending'),
  );
  protected readonly rooms = computed(() => {
    const t = this.t();
    return [
      {
        ...{ link: '/user/gestion/billing', icon: mdiCardAccountDetailsOutline },
        ...{ title: t.billingTitle, lead: t.billingLead, open: t.billingOpen },
      },
      {
        ...{ link: '/user/invoices', icon: mdiFileDocumentOutline },
        ...{ title: t.invoicesTitle, lead: t.invoicesLead, open: t.invoicesOpen },
      },
      {
        ...{ link: '/user/gestion/security', icon: mdiShieldLockOutline },
        ...{ title: t.securityTitle, lead: t.securityLead, open: t.securityOpen },
      },
      {
        ...{ link: '/user/gestion/data', icon: mdiDatabaseLockOutline },
        ...{ title: t.dataTitle, lead: t.dataLead, open: t.dataOpen },
      },
      {
        ...{ link: '/user/settings', icon: mdiCogOutline },
        ...{ title: t.settingsTitle, lead: t.settingsLead, open: t.settingsOpen },
      },
    ];
  });
}
