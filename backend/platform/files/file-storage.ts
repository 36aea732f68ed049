import type { Readable } from 'node:stream';

/** Where bytes are kept. Keys are made by us; nothing a member typed becomes a path. */
export abstract class FileStorage {
  abstract put(key: string, bytes: Uint8Array): Promise<void>;
  /** Writes what comes, without holding it in memory; a stream that fails leaves nothing under the key. */
  abstract putStream(key: string, bytes: Readable): Promise<void>;
  /** @throws Error when nothing is stored under the key */
  abstract get(key: string): Promise<Buffer>;
  /** Removes the bytes, half written ones included; nothing there is nothing to do. */
  abstract remove(key: string): Promise<void>;
}
