import { createHash } from 'node:crypto';
import { Transform, type Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '@calmness/platform/clock';
import type { Transaction } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import { newId, type Uuid } from '@calmness/platform/ids';
import { FileStorage } from './file-storage';

export interface StoredFile {
  id: Uuid;
  file_name: string;
  media_type: string;
  storage_key: string;
  byte_size: string;
  sha256: string;
}
/** Bytes already on disk, waiting for the transaction that makes them a file. */
export interface FileDraft {
  id: Uuid;
  ownerModule: string;
  fileName: string;
  mediaType: string;
  storageKey: string;
  byteSize: number;
  sha256: string;
}

/** Private files: bytes in the storage, name and SHA-256 in PostgreSQL. */
@Injectable()
export class StoredFiles {
  constructor(
    private readonly storage: FileStorage,
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Writes the bytes, outside any transaction; a draft never kept is only an orphan on disk. */
  async draft(
    ownerModule: string,
    fileName: string,
    mediaType: string,
    bytes: Uint8Array,
  ): Promise<FileDraft> {
    const id = newId();
    const storageKey = `${ownerModule}/${id}`;
    await this.storage.put(storageKey, bytes);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { id, ownerModule, fileName, mediaType, storageKey, byteSize: bytes.byteLength, sha256 };
  }

  /**
   * The same for bytes that come as a stream. The caller names the file, so that he can remove what a
   * writer who died left half written.
   */
  async draftStream(
    id: Uuid,
    ownerModule: string,
    fileName: string,
    mediaType: string,
    bytes: Readable,
  ): Promise<FileDraft> {
    const storageKey = `${ownerModule}/${id}`;
    const hash = createHash('sha256');
    let byteSize = 0;
    const measure = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        hash.update(chunk);
        byteSize += chunk.byteLength;
        done(null, chunk);
      },
    });
    bytes.once('error', (error) => measure.destroy(error));
    await this.storage.putStream(storageKey, bytes.pipe(measure));
    return { id, ownerModule, fileName, mediaType, storageKey, byteSize, sha256: hash.digest('hex') };
  }

  /**
   * Removes a file, or a draft nobody kept, for good: the bytes first, so that a death in between leaves a
   * row to try again from, never bytes nobody knows of. Removing it twice is harmless.
   */
  async remove(ownerModule: string, id: Uuid): Promise<void> {
    await this.storage.remove(`${ownerModule}/${id}`);
    await this.dataSource.query('DELETE FROM platform.stored_file WHERE id = $1 AND owner_module = $2', [
      id,
      ownerModule,
    ]);
  }

  /** Makes the draft a file, in the caller's transaction. */
  async keep(tx: Transaction, draft: FileDraft): Promise<void> {
    await tx.query(
      `INSERT INTO platform.stored_file
         (id, owner_module, storage_key, file_name, media_type, byte_size, sha256, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        draft.id,
        draft.ownerModule,
        draft.storageKey,
        draft.fileName,
        draft.mediaType,
        draft.byteSize,
        draft.sha256,
        this.clock.now(),
      ],
    );
  }

  async find(id: Uuid): Promise<StoredFile | undefined> {
    const [row] = await this.dataSource.query<StoredFile[]>(
      `SELECT id, file_name, media_type, storage_key, byte_size, sha256 FROM platform.stored_file WHERE id = $1`,
      [id],
    );
    return row;
  }

  /**
   * The bytes, compared with the SHA-256 written when they were stored.
   * @throws DomainError files.not-found, files.tampered when a single bit differs
   */
  async read(id: Uuid): Promise<{ file: StoredFile; bytes: Buffer }> {
    const file = await this.find(id);
    if (!file) throw new DomainError('files.not-found', {}, 'not-found');
    const bytes = await this.storage.get(file.storage_key);
    if (createHash('sha256').update(bytes).digest('hex') !== file.sha256) {
      throw new DomainError('files.tampered', { file_id: id }, 'unexpected');
    }
    return { file, bytes };
  }
}
