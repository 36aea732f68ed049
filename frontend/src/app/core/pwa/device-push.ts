import { HttpClient } from '@angular/common/http';
import { DOCUMENT, inject, Service, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { SwPush } from '@angular/service-worker';
import type { PushKey, PushSubscriptionList, PushSubscriptionView } from '@calmness/contracts';
import { firstValueFrom } from 'rxjs';

const url = '/api/notifications/push-subscriptions';

/**
 * `unsupported`: this browser cannot, or on an iPhone only once it stands on the home screen. `server-off`: the academy
 * sends none. `denied`: the member said no to the browser itself.
 */
export type DeviceFace = 'checking' | 'unsupported' | 'server-off' | 'denied' | 'on' | 'off';

/** Whether this browser rings, and how that is changed. */
@Service()
export class DevicePush {
  private readonly http = inject(HttpClient);
  private readonly push = inject(SwPush, { optional: true });
  private readonly window = inject(DOCUMENT).defaultView;
  private readonly state = signal<DeviceFace>('checking');
  private readonly browsers = signal<readonly PushSubscriptionView[]>([]);
  private readonly own = signal<string | undefined>(undefined);

  readonly face = this.state.asReadonly();
  /** Every browser of the member. */
  readonly devices = this.browsers.asReadonly();
  /** The row of this one. */
  readonly ownId = this.own.asReadonly();

  constructor() {
    if (this.push?.isEnabled) {
      // The browser renewed its address by itself: the old one rings nowhere.
      this.push.pushSubscriptionChanges
        .pipe(takeUntilDestroyed())
        .subscribe(({ newSubscription }) => void this.tell(newSubscription).catch(() => undefined));
    }
  }

  /** Reads what is so now. @throws HttpErrorResponse when the server does not answer */
  async look(): Promise<void> {
    await this.take(await firstValueFrom(this.http.get<PushSubscriptionList>(url)));
    this.state.set(await this.faceNow());
  }

  /**
   * On a tap only: the browser asks its person.
   * @throws HttpErrorResponse when the server refuses, DOMException when the browser does
   */
  async turnOn(): Promise<void> {
    const { public_key: serverPublicKey } = await this.key();
    if (serverPublicKey === null) {
      this.state.set('server-off');
      return;
    }
    try {
      await this.tell(await this.push?.requestSubscription({ serverPublicKey }));
    } catch (error) {
      if (this.permission() !== 'denied') {
        throw error;
      }
    }
    this.state.set(await this.faceNow());
  }

  async turnOff(): Promise<void> {
    const id = this.own();
    if (id) {
      await this.remove(id);
    }
    await (await this.subscription())?.unsubscribe();
    this.state.set(await this.faceNow());
  }

  /** Another browser of the member, or this one. */
  async remove(id: string): Promise<void> {
    await firstValueFrom(this.http.delete(`${url}/${id}`));
    await this.look();
  }

  /** Before a logout: who signs in here next hears nothing of this member. Never in the way. */
  async forget(): Promise<void> {
    try {
      const subscription = await this.subscription();
      if (subscription) {
        // The address dies with it, so the server forgets it even when it is not told.
        await subscription.unsubscribe();
        const { push_subscriptions: rows } = await firstValueFrom(this.http.get<PushSubscriptionList>(url));
        const hash = await hashOf(subscription.endpoint);
        const row = rows.find(({ endpoint_hash: known }) => known === hash);
        if (row) {
          await firstValueFrom(this.http.delete(`${url}/${row.id}`));
        }
      }
    } catch {
      // The push service answers 410 the next time, and the row goes then.
    }
    this.state.set('checking');
    this.browsers.set([]);
    this.own.set(undefined);
  }

  private key(): Promise<PushKey> {
    return firstValueFrom(this.http.get<PushKey>('/api/notifications/push-key'));
  }

  private async tell(subscription: PushSubscription | null | undefined): Promise<void> {
    const { endpoint, keys } = subscription?.toJSON() ?? {};
    if (endpoint && keys) {
      await this.take(await firstValueFrom(this.http.post<PushSubscriptionList>(url, { endpoint, keys })));
    }
  }

  private async take({ push_subscriptions: rows }: PushSubscriptionList): Promise<void> {
    const subscription = await this.subscription();
    const hash = subscription && (await hashOf(subscription.endpoint));
    this.browsers.set(rows);
    this.own.set(rows.find(({ endpoint_hash: known }) => known === hash)?.id);
  }

  private async faceNow(): Promise<DeviceFace> {
    if (!this.push?.isEnabled || !this.window || !('PushManager' in this.window)) {
      return 'unsupported';
    }
    if (this.permission() === 'denied') {
      return 'denied';
    }
    if (this.own()) {
      return 'on';
    }
    return (await this.key()).public_key === null ? 'server-off' : 'off';
  }

  private permission(): NotificationPermission | undefined {
    return this.window && 'Notification' in this.window ? this.window.Notification.permission : undefined;
  }

  /** Asked of the browser itself: it answers at once, whether or not the worker is ready. */
  private async subscription(): Promise<PushSubscription | null> {
    const registration = await this.window?.navigator.serviceWorker?.getRegistration();
    return (await registration?.pushManager?.getSubscription()) ?? null;
  }
}

/** As the server names a browser it must not quote. */
async function hashOf(endpoint: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(endpoint));
  return btoa(String.fromCharCode(...new Uint8Array(digest)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
