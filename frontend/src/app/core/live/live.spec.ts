import { LiveAnnouncer } from '@angular/cdk/a11y';
import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { CurrentUser, LivePush } from '@calmness/contracts';
import { coreTexts } from '../i18n/core-texts';
import { Language } from '../i18n/language';
import { Features } from '../session/features';
import { Session } from '../session/session';
import { Live, LIVE_WIRE } from './live';
import type { OpenWire, WireEars } from './live-wire';
import { UnreadBadge } from './unread-badge';

const url = '/api/auth/user/notifications/?unread_only=true&limit=1';
const jean = { id: 'jean' } as CurrentUser;
const push: LivePush = { kind: 'notification', id: null };

/** A server one plays by hand. */
class FakeServer {
  ears: WireEars | undefined;
  readonly tokens: (string | null)[] = [];
  closed = 0;

  readonly open: OpenWire = (ears, token) => {
    this.ears = ears;
    return {
      connect: () => this.tokens.push(token()),
      close: () => {
        this.closed += 1;
        ears.state(false);
      },
    };
  };
}

describe('the live badge', () => {
  const user = signal<CurrentUser | null>(null);
  const badgeIsOn = signal(true);
  const announced: string[] = [];
  let server: FakeServer;
  let http: HttpTestingController;
  let badge: UnreadBadge;
  let hidden = false;
  let accessToken: string | null;

  beforeEach(async () => {
    vi.useFakeTimers();
    user.set(null);
    badgeIsOn.set(true);
    announced.length = 0;
    hidden = false;
    accessToken = 'first';
    server = new FakeServer();
    vi.spyOn(document, 'hidden', 'get').mockImplementation(() => hidden);
    const session = {
      user: user.asReadonly(),
      get accessToken() {
        return accessToken;
      },
      renew: () => Promise.resolve((accessToken = accessToken && 'fresh')),
    };
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        { provide: Session, useValue: session },
        { provide: Features, useValue: { isOn: () => badgeIsOn() } },
        { provide: LiveAnnouncer, useValue: { announce: (text: string) => announced.push(text) } },
        { provide: LIVE_WIRE, useValue: () => Promise.resolve(server.open) },
      ],
    });
    http = TestBed.inject(HttpTestingController);
    await TestBed.inject(Language).open(coreTexts);
    badge = TestBed.inject(UnreadBadge);
    await settle();
  });
  afterEach(() => {
    http.verify();
    TestBed.resetTestingModule();
    vi.restoreAllMocks();
    vi.useRealTimers();
  });

  /** Effects, promises and the idle moment after the first paint. */
  const settle = async (): Promise<void> => {
    TestBed.tick();
    await vi.advanceTimersByTimeAsync(0);
    TestBed.tick();
  };
  const wait = async (ms: number): Promise<void> => {
    await vi.advanceTimersByTimeAsync(ms);
    TestBed.tick();
  };
  const answer = async (count: number): Promise<void> => {
    http.expectOne(url).flush({ notifications: [], unread_count: count, next_cursor: null });
    await settle();
  };
  const arrive = async (): Promise<void> => {
    user.set(jean);
    await settle();
    await answer(1);
    await wait(3_000);
  };
  const connect = async (): Promise<void> => {
    server.ears?.state(true);
    await settle();
    await answer(1);
  };
  const seen = async (is: boolean): Promise<void> => {
    hidden = !is;
    document.dispatchEvent(new Event('visibilitychange'));
    await settle();
  };

  it('reads at once what is pushed, says so, and asks nothing in between', async () => {
    await arrive();
    await connect();
    await wait(300_000);
    server.ears?.push(push);
    await settle();
    await answer(2);
    expect(badge.count()).toBe(2);
    expect(announced).toHaveLength(1);
  });

  it('takes a burst of pushes for two questions at most', async () => {
    await arrive();
    await connect();
    for (let index = 0; index < 50; index += 1) {
      server.ears?.push(push);
    }
    await settle();
    await answer(50);
    await answer(50);
    expect(badge.count()).toBe(50);
  });

  it('asks every 30 seconds while the server is not heard, and reads once when it is again', async () => {
    await arrive();
    await wait(30_000);
    await answer(3);
    await connect();
    await wait(90_000);
    server.ears?.state(false);
    await settle();
    await wait(29_000);
    http.expectNone(url);
    await wait(1_000);
    await answer(4);
    expect(badge.count()).toBe(4);
  });

  it('rests in a hidden tab and reads once when it is seen again', async () => {
    await arrive();
    await seen(false);
    await wait(120_000);
    await seen(true);
    await answer(2);
    await connect();
    await seen(false);
    server.ears?.push(push);
    await settle();
    await seen(true);
    await answer(5);
    expect(badge.count()).toBe(5);
  });

  it('shows 99+ above ninety-nine', async () => {
    await arrive();
    badge.set(99);
    expect(badge.label()).toBe('99');
    badge.set(100);
    expect(badge.label()).toBe('99+');
  });

  it('neither asks, counts nor speaks while the badge is off', async () => {
    badgeIsOn.set(false);
    user.set(jean);
    await settle();
    await wait(90_000);
    server.ears?.state(true);
    server.ears?.push(push);
    await settle();
    expect([badge.count(), announced]).toEqual([0, []]);
  });

  it('comes back with a fresh token when the server ends it, and not at all when the session is over', async () => {
    await arrive();
    await connect();
    server.ears?.state(false);
    server.ears?.refused('ended');
    await wait(1_000);
    expect(server.tokens).toEqual(['first', 'fresh']);
    accessToken = null;
    server.ears?.refused('unauthenticated');
    await wait(5_000);
    expect(server.tokens).toHaveLength(2);
  });

  it('hangs up when the member leaves', async () => {
    await arrive();
    await connect();
    user.set(null);
    await settle();
    expect([server.closed, TestBed.inject(Live).isOn(), badge.count()]).toEqual([1, false, 0]);
    await wait(90_000);
  });
});
