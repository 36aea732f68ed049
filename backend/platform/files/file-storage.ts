/** Where bytes are kept. Keys are made by us; nothing a member typed becomes a path. */
export abstract class FileStorage {
  abstract put(key: string, bytes: Uint8Array): Promise<void>;
  /** @throws Error when nothing is stored under the key */
  abstract get(key: string): Promise<Buffer>;
}
