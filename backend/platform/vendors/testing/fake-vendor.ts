import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

export interface HeardRequest {
  method: string;
  path: string;
  headers: IncomingMessage['headers'];
  text: string;
  bytes: Buffer;
}
export interface FakeAnswer {
  status: number;
  json?: unknown;
  text?: string;
  headers?: Record<string, string>;
}
/** An answer, or what befalls the connection once the request was read whole. */
export type Reaction = FakeAnswer | 'cut' | 'silence';

export interface FakeVendor {
  url: string;
  heard: HeardRequest[];
  /** Answers in this order; the last one for everything after. */
  answers(...reactions: (Reaction | ((request: HeardRequest) => Reaction))[]): void;
  close(): Promise<void>;
}

/** The page a proxy answers with when what stands behind it fell over. */
export const proxyPage = (status: number): FakeAnswer => ({
  status,
  text: '<html><body><h1>Bad Gateway</h1></body></html>',
  headers: { 'Content-Type': 'text/html' },
});

/** A vendor's HTTP API of a few lines, for the contract of one adapter. */
export async function startFakeVendor(): Promise<FakeVendor> {
  const heard: HeardRequest[] = [];
  const sockets = new Set<Socket>();
  let script: (Reaction | ((request: HeardRequest) => Reaction))[] = [{ status: 200, json: {} }];
  const server = createServer((request, response) => {
    void read(request).then((bytes) => {
      const { method = '', url: path = '', headers } = request;
      const asked = { method, path, headers, bytes, text: bytes.toString('utf8') };
      heard.push(asked);
      const next = script.length > 1 ? script.shift() : script[0];
      react(typeof next === 'function' ? next(asked) : next, request, response);
    });
  });
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    heard,
    answers: (...reactions) => {
      script = reactions;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function read(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function react(reaction: Reaction | undefined, request: IncomingMessage, response: ServerResponse): void {
  if (reaction === undefined || reaction === 'silence') return;
  if (reaction === 'cut') {
    request.socket.destroy();
    return;
  }
  const { status, json, text, headers } = reaction;
  const type: Record<string, string> = json === undefined ? {} : { 'Content-Type': 'application/json' };
  response.writeHead(status, { ...type, ...headers });
  response.end(json === undefined ? text : JSON.stringify(json));
}
