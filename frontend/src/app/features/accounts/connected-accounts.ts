import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { useTexts } from '../../core/i18n/feature-texts';
import { Faces } from '../../ui/faces';
import { settingsTexts } from './accounts-texts';
import { ProfileStore } from './profile-store';

/** The names a member gave for the channels; linking them belongs to the channels themselves. */
@Component({
  selector: 'cal-connected-accounts',
  imports: [Faces, RouterLink],
  providers: [ProfileStore],
  template: `
    <section class="card stack-tight" aria-labelledby="accounts">
      <h2 id="accounts">{{ t().accountsTitle }}</h2>
      <p class="muted">{{ t().accountsLead }}</p>
      <cal-faces [of]="store.answer" shape="text" [count]="3">
        <dl>
          @for (account of accounts(); track account.name) {
            <div>
              <dt>{{ account.name }}</dt>
              <dd>
                {{ account.value ?? t().notGiven }}
                @if (account.value) {
                  <span class="muted">{{ t().typed }}</span>
                }
              </dd>
            </div>
          }
        </dl>
      </cal-faces>
      <a routerLink="/user/profile" [queryParams]="{ edit: 'yes' }" fragment="telegram_username">{{
        t().change
      }}</a>
    </section>
  `,
  styles: `
    dl > div {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 16px;
      padding: 10px 0;
      border-bottom: 1px solid var(--mat-sys-outline-variant);
    }
    dt {
      flex: 0 0 110px;
      font-weight: 600;
    }
    dd {
      overflow-wrap: anywhere;
    }
  `,
})
export class ConnectedAccounts {
  protected readonly store = inject(ProfileStore);
  protected readonly t = useTexts(settingsTexts);
  protected readonly accounts = computed(() => {
    const profile = this.store.profile();
    return [
      { name: 'Telegram', value: profile?.telegram_username ?? null },
      { name: 'Discord', value: profile?.discord_username ?? null },
      { name: 'WhatsApp', value: profile?.whatsapp_number ?? null },
    ];
  });
}
