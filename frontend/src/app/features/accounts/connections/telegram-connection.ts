import { Component, computed, DestroyRef, effect, inject, input, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { TelegramConnection, TelegramLink } from '@calmness/contracts';
import { Toasts } from '../../../core/feedback/toasts';
import { Countdown } from '../../../core/forms/countdown';
import { useTexts } from '../../../core/i18n/feature-texts';
import { keepFresh } from '../../../core/live/keep-fresh';
import { FailureNote } from '../../../ui/failure-note';
import { Note } from '../../../ui/note';
import { WaitButton } from '../../../ui/wait-button';
import { connectionsTexts } from '../accounts-texts';
import { Attempt } from './attempt';
import { ConnectionRow, stateOf } from './connection-row';
import type { ConnectionState } from './connection-row';
import { ConnectionsStore } from './connections-store';
import { UnlinkQuestion } from './unlink-question';

/** How often the page looks whether the link was opened. */
const lookEveryMs = 3_000;

/** Telegram: a link to open there, watched until it was. */
@Component({
  selector: 'cal-telegram-connection',
  imports: [ConnectionRow, FailureNote, MatButton, Note, WaitButton],
  templateUrl: './telegram-connection.html',
  styles: `
    /* A QR code is read dark on light, in both themes. */
    .qr {
      padding: 12px;
      border-radius: 12px;
      background: #fff;
    }
  `,
})
export class TelegramConnectionPart {
  readonly connection = input.required<TelegramConnection>();
  private readonly store = inject(ConnectionsStore);
  private readonly question = inject(UnlinkQuestion);
  private readonly toasts = inject(Toasts);
  protected readonly t = useTexts(connectionsTexts);
  protected readonly attempt = new Attempt();
  protected readonly offer = signal<TelegramLink | null>(null);
  protected readonly countdown = new Countdown();
  protected readonly qrImage = computed(() => {
    const svg = this.offer()?.qr_svg;
    return svg ? `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}` : '';
  });
  protected readonly handle = computed(() => {
    const name = this.connection().account?.username;
    return name ? `@${name}` : null;
  });
  protected readonly state = computed((): ConnectionState => {
    const state = stateOf(this.connection().account);
    return state === 'notConnected' && this.offer() ? 'waiting' : state;
  });

  constructor() {
    keepFresh(
      lookEveryMs,
      () => this.offer() !== null && this.countdown.running(),
      () => this.store.reload(),
    );
    effect(() => {
      const { account, taken } = this.connection();
      untracked(() => {
        this.settle(account !== null, taken);
      });
    });
    inject(DestroyRef).onDestroy(() => {
      this.countdown.stop();
    });
  }

  protected begin(): Promise<void> {
    return this.attempt.run(async () => {
      const offer = await this.store.offerTelegram();
      this.offer.set(offer);
      this.countdown.start(offer.expires_in);
      await this.store.reload();
    });
  }

  protected end(): Promise<void> {
    return this.attempt.run(() =>
      this.question.ask('Telegram', this.t().telegram.confirmBody, () => this.store.unlink('telegram')),
    );
  }

  /** The link did what it was for, or was opened by somebody else's account: it is put away. */
  private settle(linked: boolean, taken: boolean): void {
    if (!this.offer() || !(linked || taken)) {
      return;
    }
    this.offer.set(null);
    this.countdown.stop();
    if (linked) {
      this.toasts.show(this.t().linked('Telegram'), { tone: 'success' });
    }
  }
}
