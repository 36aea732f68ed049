import { afterNextRender, Component, ElementRef, inject } from '@angular/core';
import { ActivatedRoute, Router } from '@angular/router';
import { discordFailures } from '@calmness/contracts';
import { Toasts } from '../../../core/feedback/toasts';
import { useTexts } from '../../../core/i18n/feature-texts';
import { Faces } from '../../../ui/faces';
import { connectionsTexts } from '../accounts-texts';
import { ConnectionsStore } from './connections-store';
import { DiscordConnectionPart } from './discord-connection';
import { TelegramConnectionPart } from './telegram-connection';
import { WhatsAppConnectionPart } from './whatsapp-connection';

/** Where else the academy reaches a member: linked, waiting, or not open yet. */
@Component({
  selector: 'cal-connected-accounts',
  imports: [DiscordConnectionPart, Faces, TelegramConnectionPart, WhatsAppConnectionPart],
  providers: [ConnectionsStore],
  template: `
    <section class="card stack-tight" aria-labelledby="accounts">
      <h2 id="accounts">{{ t().title }}</h2>
      <p class="muted">{{ t().lead }}</p>
      <cal-faces [of]="store.answer" shape="text" [count]="3">
        @if (store.connections(); as connections) {
          <cal-telegram-connection [connection]="connections.telegram" />
          <cal-discord-connection [connection]="connections.discord" [failed]="failed" />
          <cal-whatsapp-connection [connection]="connections.whatsapp" />
        }
      </cal-faces>
    </section>
  `,
})
export class ConnectedAccounts {
  private readonly query = inject(ActivatedRoute).snapshot.queryParamMap;
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly store = inject(ConnectionsStore);
  protected readonly t = useTexts(connectionsTexts);
  /** Why the way back from Discord led nowhere. */
  protected readonly failed = discordFailures.find((code) => code === this.query.get('failed'));

  constructor() {
    const router = inject(Router);
    const toasts = inject(Toasts);
    if (this.query.get('linked') !== 'discord') {
      return;
    }
    afterNextRender(() => {
      this.host.nativeElement.scrollIntoView();
      if (!this.failed) {
        toasts.show(this.t().linked('Discord'), { tone: 'success' });
      }
      // A reload does not tell it again.
      void router.navigate([], { queryParams: {}, replaceUrl: true });
    });
  }
}
