import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { newId } from '@calmness/platform/ids';
import { FileStorage } from './file-storage';

/** Files in a folder. A write is whole or absent: written aside, flushed, then renamed. */
export class LocalFileStorage extends FileStorage {
  private readonly root: string;

  constructor(root: string) {
    super();
    this.root = resolve(root);
  }

  async put(key: string, bytes: Uint8Array): Promise<void> {
    const path = this.pathOf(key);
    const draft = `${path}.${newId()}.part`;
    await mkdir(dirname(path), { recursive: true });
    const handle = await open(draft, 'wx', 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, path);
  }

  async putStream(key: string, bytes: Readable): Promise<void> {
    const path = this.pathOf(key);
    await mkdir(dirname(path), { recursive: true });
    // A fixed name: whoever removes the key also finds what a dead writer left.
    const draft = `${path}.part`;
    const handle = await open(draft, 'w', 0o600);
    try {
      await pipeline(bytes, handle.createWriteStream({ flush: true }));
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
    await rename(draft, path);
  }

  get(key: string): Promise<Buffer> {
    return readFile(this.pathOf(key));
  }

  async remove(key: string): Promise<void> {
    const path = this.pathOf(key);
    await rm(path, { force: true });
    await rm(`${path}.part`, { force: true });
  }

  private pathOf(key: string): string {
    const path = join(this.root, key);
    if (!path.startsWith(this.root + sep)) throw new Error('A storage key stays inside its folder');
    return path;
  }
}
