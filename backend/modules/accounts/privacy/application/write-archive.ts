import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { ZipFile } from 'yazl';
import type { Locale } from '@calmness/contracts';
import { Clock } from '@calmness/platform/clock';
import { StoredFiles, type FileDraft } from '@calmness/platform/files';
import type { Uuid } from '@calmness/platform/ids';
import { archiveEntries, type ArchiveEntry, type ArchivePart } from '../domain/archive-entries';

export interface ArchiveOrder {
  draftId: Uuid;
  locale: Locale;
  parts: ArchivePart[];
  /** Told after each entry; what it throws stops the archive. */
  progress: (module: string, units: number) => Promise<void>;
}

/** Writes the ZIP entry by entry into the private storage: one stored file at a time is in memory. */
@Injectable()
export class WriteArchive {
  constructor(
    private readonly files: StoredFiles,
    private readonly clock: Clock,
  ) {}

  /** @throws whatever a file or `progress` throws; nothing is left in the storage then */
  execute(order: ArchiveOrder): Promise<FileDraft> {
    const zip = new ZipFile();
    const output = zip.outputStream as Readable;
    zip.on('error', (error: Error) => output.destroy(error));
    for (const entry of archiveEntries(order.parts, order.locale)) this.add(zip, entry, order);
    zip.end();
    const name = `calmness-${this.clock.today()}.zip`;
    return this.files.draftStream(order.draftId, 'accounts', name, 'application/zip', output);
  }

  private add(zip: ZipFile, entry: ArchiveEntry, { progress }: ArchiveOrder): void {
    zip.addReadStreamLazy(entry.path, { mtime: this.clock.now() }, (give) => {
      this.bytesOf(entry)
        .then(async (bytes) => {
          await progress(entry.module, entry.units);
          give(null, Readable.from([bytes]));
        })
        .catch((error: unknown) => zip.emit('error', error));
    });
  }

  private async bytesOf({ content }: ArchiveEntry): Promise<Buffer> {
    if ('render' in content) return Buffer.from(content.render());
    return (await this.files.read(content.file.fileId)).bytes;
  }
}
