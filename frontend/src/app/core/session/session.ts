import { HttpClient, HttpHeaders } from '@angular/common/http';
import { computed, DOCUMENT, inject, Service, signal } from '@angular/core';
import { Router } from '@angular/router';
import { staffRoles } from '@calmness/contracts';
import type {
  AccessGrant,
  CurrentUser,
  LoginRequest,
  PasskeyChallenge,
  Permission,
  ViewAsGrant,
} from '@calmness/contracts';
import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser';
import { firstValueFrom } from 'rxjs';
import { failureOf } from '../http/failure';
import { Language } from '../i18n/language';
import { DevicePush } from '../pwa/device-push';
import { Theme } from '../theme/theme';

/** The server refuses a cookie route without it: another site's form cannot add a header. */
const webClient = { headers: new HttpHeaders({ 'X-Calmness-Client': 'web' }), withCredentials: true };
const refreshLock = 'calmness.refresh';

/** Who is here. The access token stays in memory; the refresh cookie is the browser's and unreadable. */
@Service()
export class Session {
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  private readonly language = inject(Language);
  private readonly theme = inject(Theme);
  private readonly device = inject(DevicePush);
  private readonly window = inject(DOCUMENT).defaultView;
  private readonly tabs = this.listenToOtherTabs();

  private readonly current = signal<CurrentUser | null>(null);
  private readonly viewed = signal(false);
  private token: string | null = null;
  private waking: Promise<void> | undefined;
  private renewing: Promise<string | null> | undefined;

  readonly user = this.current.asReadonly();
  /** True while one of the staff looks at a member's pages. */
  readonly isViewing = this.viewed.asReadonly();
  readonly isStaff = computed(
    () => this.current()?.roles.some((role) => staffRoles.some((staff) => staff === role)) ?? false,
  );

  get accessToken(): string | null {
    return this.token;
  }

  may(permission: Permission): boolean {
    return this.current()?.permissions.includes(permission) ?? false;
  }

  /** Once per page load: a reload stays logged in. Guards wait for it. */
  wake(): Promise<void> {
    this.waking ??= this.renew(null).then(() => undefined);
    return this.waking;
  }

  async login(request: LoginRequest): Promise<void> {
    const grant = await firstValueFrom(this.http.post<AccessGrant>('/api/auth/login', request, webClient));
    await this.accept(grant);
  }

  /** The pages of a member, to read only: the token is kept until the viewer goes back to his own. */
  async viewAs({ access_token }: ViewAsGrant): Promise<void> {
    this.token = access_token;
    this.viewed.set(true);
    await this.reloadUser();
  }

  /** Back to oneself: the cookie was the viewer's own all along. */
  async stopViewing(): Promise<void> {
    this.token = null;
    this.viewed.set(false);
    await this.renew(null);
  }

  /** The device verifies its person and signs; the server answers as to any login. */
  async loginWithPasskey(): Promise<void> {
    const url = '/api/auth/passkeys/login';
    const { challenge_id, options } = await firstValueFrom(
      this.http.post<PasskeyChallenge>(`${url}/options`, null),
    );
    const { startAuthentication } = await import('@simplewebauthn/browser');
    const response = await startAuthentication({
      optionsJSON: options as unknown as PublicKeyCredentialRequestOptionsJSON,
    });
    const body = { challenge_id, response };
    await this.accept(await firstValueFrom(this.http.post<AccessGrant>(url, body, webClient)));
  }

  async logout(): Promise<void> {
    await this.device.forget();
    try {
      await firstValueFrom(this.http.post('/api/auth/logout', null, webClient));
    } finally {
      this.forget();
      this.tabs?.postMessage('ended');
      await this.router.navigateByUrl('/login');
    }
  }

  /** After something the server recomputes, e.g. eligibility. */
  async reloadUser(): Promise<void> {
    this.show(await firstValueFrom(this.http.get<CurrentUser>('/api/auth/me')));
  }

  /**
   * A living token, or null. Requests that failed together share one refresh; tabs take turns, because
   * the cookie rotates and a second use of the old one would look like theft.
   */
  renew(stale: string | null): Promise<string | null> {
    if (this.token !== null && this.token !== stale) {
      return Promise.resolve(this.token);
    }
    this.renewing ??= this.oneTabAtATime(() => this.refresh()).finally(() => {
      this.renewing = undefined;
    });
    return this.renewing;
  }

  /** The server no longer knows this session: back to the door, and afterwards back to this page. */
  async expire(): Promise<void> {
    if (this.current() === null) {
      return;
    }
    const target = this.router.url;
    this.forget();
    await this.router.navigate(['/login'], { queryParams: { return: target, expired: 'yes' } });
  }

  /** The server opens nothing else to a role that needs a second factor and has none. */
  async askForSecondFactor(): Promise<void> {
    const page = '/user/gestion/security';
    if (!this.router.url.startsWith(page)) {
      await this.router.navigate([page], { queryParams: { required: 'yes' } });
    }
  }

  private async refresh(): Promise<string | null> {
    try {
      const grant = await firstValueFrom(this.http.post<AccessGrant>('/api/auth/refresh', null, webClient));
      await this.accept(grant);
      return grant.access_token;
    } catch (error) {
      if (failureOf(error).status === 401) {
        await this.expire();
      }
      return null;
    }
  }

  private async accept(grant: AccessGrant): Promise<void> {
    this.token = grant.access_token;
    this.viewed.set(false);
    await this.language.choose(grant.user.locale, false);
    this.show(grant.user);
  }

  private show(user: CurrentUser): void {
    this.current.set(user);
    if (user.appearance) {
      this.theme.adopt(user.appearance);
    }
  }

  private forget(): void {
    this.token = null;
    this.current.set(null);
  }

  private oneTabAtATime<T>(work: () => Promise<T>): Promise<T> {
    const locks = this.window?.navigator.locks;
    return locks ? locks.request(refreshLock, work) : work();
  }

  private listenToOtherTabs(): BroadcastChannel | undefined {
    const view = this.window;
    if (!view || !('BroadcastChannel' in view)) {
      return undefined;
    }
    const channel = new BroadcastChannel('calmness.session');
    channel.onmessage = () => void this.expire();
    return channel;
  }
}
