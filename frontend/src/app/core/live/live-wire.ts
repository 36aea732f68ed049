import type { LivePush, LiveServerEvents } from '@calmness/contracts';
import { io, type Socket } from 'socket.io-client';

export interface WireEars {
  push(push: LivePush): void;
  /** Whether news come in: connected, to a server that hears them itself. */
  state(hears: boolean): void;
  /** The server ended it, or would not begin: the token is used up, or there are too many pages. */
  refused(why: string): void;
}

/** One connection to `/ws`; broken by the network it comes back by itself. */
export interface Wire {
  connect(): void;
  close(): void;
}

export type OpenWire = (ears: WireEars, token: () => string | null) => Wire;

/** The only file that knows the library: it is fetched after the page is drawn. */
export const openWire: OpenWire = (ears, token) => {
  const socket: Socket<LiveServerEvents> = io({
    path: '/ws',
    transports: ['websocket'],
    autoConnect: false,
    forceNew: true,
    reconnectionDelayMax: 30_000,
    auth: (answer) => {
      answer({ token: token() });
    },
  });
  socket.on('push', (push) => {
    ears.push(push);
  });
  socket.on('state', ({ hears }) => {
    ears.state(hears);
  });
  socket.on('disconnect', (reason) => {
    ears.state(false);
    if (reason === 'io server disconnect') {
      ears.refused('ended');
    }
  });
  socket.on('connect_error', ({ message }) => {
    if (!socket.active) {
      ears.refused(message);
    }
  });
  return {
    connect: () => socket.connect(),
    close: () => socket.disconnect(),
  };
};
