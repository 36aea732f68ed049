import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Keys of one purpose, `id:key` in the environment: the first signs, all of them read. */
export class KeyRing {
  private constructor(private readonly keys: ReadonlyMap<string, string>) {}

  static parse(list: string): KeyRing {
    const pairs = list.split(',').map((pair): [string, string] => {
      const colon = pair.indexOf(':');
      return [pair.slice(0, colon), pair.slice(colon + 1)];
    });
    return new KeyRing(new Map(pairs));
  }

  /** The key that signs or encrypts today. */
  current(): { id: string; secret: string } {
    const [first] = this.keys;
    if (!first) throw new Error('A key ring is never empty');
    return { id: first[0], secret: first[1] };
  }

  find(id: string): string | undefined {
    return this.keys.get(id);
  }

  all(): { id: string; secret: string }[] {
    return [...this.keys].map(([id, secret]) => ({ id, secret }));
  }
}

export const keyPurposes = ['jwt', 'fileUrl', 'link', 'encryption'] as const;
export type KeyPurpose = (typeof keyPurposes)[number];

/**
 * A development key: made once into the ignored data folder, readable by the owner alone.
 * api and worker may race for the first write; the loser reads what the winner wrote.
 */
export function developmentKey(dataDir: string, purpose: KeyPurpose | 'vapid'): string {
  const folder = join(dataDir, 'development-keys');
  const path = join(folder, purpose);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (existsSync(path)) return readFileSync(path, 'utf8');
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, `dev:${randomBytes(32).toString('base64url')}`, { mode: 0o600 });
  try {
    // Unlike a rename it never replaces, and unlike a write it is whole at once.
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  rmSync(draft);
  return readFileSync(path, 'utf8');
}
