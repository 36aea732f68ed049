import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import type { Server as HttpServer } from 'node:http';
import { HttpAdapterHost } from '@nestjs/core';
import { Server, type DefaultEventsMap, type Socket } from 'socket.io';
import type { LiveRefusal, LiveServerEvents } from '@calmness/contracts';
import type { Identity, Proof } from '@calmness/platform/auth';
import { Clock } from '@calmness/platform/clock';
import { Config } from '@calmness/platform/config';
import type { Uuid } from '@calmness/platform/ids';
import { errorFields, Log } from '@calmness/platform/observability';
import { LiveAdmission } from './live-admission';
import { LiveChannel, type LiveSubscription } from './live-channel';
import { decodeMessage } from './live-message';
import { isOwnOrigin } from './own-origin';

/** Pages one member may keep open on one replica. */
const mostPagesOfMember = 20;
/** A page says who it is at once, and nothing else. */
const introductionWithinMs = 10_000;
const largestIntroductionBytes = 10_000;

type Page = Socket<DefaultEventsMap, LiveServerEvents, DefaultEventsMap, Proof>;

const roomOf = (memberId: Uuid): string => `member:${memberId}`;

/**
 * The endpoint `/ws` of one api replica. It hears what any process publishes and hands it to the pages
 * that are open here. Websocket alone: no request has to come back to the same replica.
 */
@Injectable()
export class LiveGateway implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly server: Server<DefaultEventsMap, LiveServerEvents, DefaultEventsMap, Proof>;
  private subscription?: LiveSubscription;
  private hears = false;

  constructor(
    private readonly host: HttpAdapterHost,
    private readonly channel: LiveChannel,
    private readonly admission: LiveAdmission,
    private readonly clock: Clock,
    private readonly log: Log,
    config: Config,
  ) {
    this.server = new Server({
      path: '/ws',
      serveClient: false,
      transports: ['websocket'],
      connectTimeout: introductionWithinMs,
      maxHttpBufferSize: largestIntroductionBytes,
      allowRequest: ({ headers }, answer) => answer(null, isOwnOrigin(headers, config.publicBaseUrl)),
    });
  }

  async onApplicationBootstrap(): Promise<void> {
    this.server.use((page, next) => void this.introduce(page, next));
    this.server.on('connection', (page) => this.welcome(page));
    this.server.attach(this.host.httpAdapter.getHttpServer() as HttpServer);
    this.admission.onNews((memberId) => this.checkAgain(memberId));
    this.subscription = await this.channel.listen({
      hear: (message) => this.deliver(message),
      found: () => this.tellState(true),
      lost: () => this.tellState(false),
    });
  }

  /** Cuts the wires without a goodbye: pages then connect again, to another replica. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.subscription?.close();
    this.server.engine?.close();
  }

  private deliver(message: string): void {
    const heard = decodeMessage(message);
    if (heard) this.server.to(roomOf(heard.memberId)).emit('push', heard.push);
  }

  private tellState(hears: boolean): void {
    if (this.hears === hears) return;
    this.hears = hears;
    this.server.emit('state', { hears });
  }

  private async introduce(page: Page, next: (refusal?: Error) => void): Promise<void> {
    const refuse = (why: LiveRefusal): void => next(new Error(why));
    try {
      const proof = await this.admission.admit(page.handshake.auth['token']);
      if (!proof) return refuse('unauthenticated');
      const open = this.server.sockets.adapter.rooms.get(roomOf(proof.identity.memberId));
      if ((open?.size ?? 0) >= mostPagesOfMember) return refuse('too-many');
      Object.assign(page.data, proof);
      next();
    } catch (error) {
      this.log.warn('live connection', errorFields(error));
      refuse('unauthenticated');
    }
  }

  private welcome(page: Page): void {
    const { identity, expiresAt } = page.data;
    void page.join(roomOf(identity.memberId));
    page.emit('state', { hears: this.hears });
    // The page comes back with a fresh token; a session that ended meanwhile does not.
    const left = Math.max(0, expiresAt.getTime() - this.clock.now().getTime());
    const timer = setTimeout(() => page.disconnect(true), left).unref();
    page.once('disconnect', () => clearTimeout(timer));
    // It may have ended between the introduction and now, when nobody looked for this page yet.
    void this.keepWhileAlive(page);
  }

  private checkAgain(memberId?: Uuid): void {
    const concerned = ({ memberId: owner, viewerId }: Identity): boolean =>
      memberId === undefined || owner === memberId || viewerId === memberId;
    for (const page of this.server.sockets.sockets.values())
      if (concerned(page.data.identity)) void this.keepWhileAlive(page);
  }

  private async keepWhileAlive(page: Page): Promise<void> {
    try {
      if (!(await this.admission.stillAdmits(page.data.identity))) page.disconnect(true);
    } catch (error) {
      // The database is away: the token's own end closes the page at the latest.
      this.log.warn('live connection', errorFields(error));
    }
  }
}
