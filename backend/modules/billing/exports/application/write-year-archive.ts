import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { ZipFile } from 'yazl';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork } from '@calmness/platform/database';
import { StoredFiles } from '@calmness/platform/files';
import { Ledger } from '../../ledger/application/ledger';
import { pagesAhead } from '../../ledger/application/pages-ahead';
import { ReadIssuer } from '../../invoices/application/read-issuer';
import type { IssuedInvoice } from '../../invoices/domain/invoice';
import { invoiceSeries } from '../../invoices/domain/number';
import { ChainReader } from '../../invoices/persistence/chain-reader';
import { indexEnd, indexHead, indexRow } from '../domain/archive-index';
import { ArchiveReader } from '../persistence/archive-reader';

const batch = 500;

interface Packed {
  path: string;
  bytes: number;
  sha256: string;
}
/** A file of the archive, written when its turn comes. */
interface Part {
  path: string;
  write: () => AsyncIterable<string | Buffer>;
}

/**
 * The archive of a year, as a stream: invoices, book, closings, documents, an index a person reads and a manifest
 * with the SHA-256 of each file. The book says that it was made once its manifest is written.
 */
@Injectable()
export class WriteYearArchive {
  constructor(
    private readonly reader: ChainReader,
    private readonly archive: ArchiveReader,
    private readonly files: StoredFiles,
    private readonly issuer: ReadIssuer,
    private readonly ledger: Ledger,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError billing.issuer-missing; the stream fails with whatever a file or the database throws */
  async execute(year: number): Promise<Readable> {
    const { legalName } = await this.issuer.execute();
    const documents = await this.archive.documents(year);
    const parts: Part[] = [
      { path: 'index.html', write: () => this.index(year, legalName) },
      { path: 'factures.jsonl', write: () => this.invoiceLines(year) },
      { path: 'journal.jsonl', write: () => this.rows('ledger_event', year) },
      { path: 'clotures.jsonl', write: () => this.rows('closing', year) },
      ...documents.map(({ fileId, number, kind }) => ({
        path: `documents/${number}.${kind}`,
        write: () => this.document(fileId),
      })),
    ];
    return this.zip(year, parts);
  }

  private zip(year: number, parts: readonly Part[]): Readable {
    const zip = new ZipFile();
    const output = zip.outputStream as Readable;
    zip.on('error', (error: Error) => output.destroy(error));
    const options = { mtime: this.clock.now() };
    const packed: Packed[] = [];
    // One after the other: the ZIP asks for a file when the one before is written.
    for (const part of parts)
      zip.addReadStreamLazy(part.path, options, (give) => {
        give(null, failing(zip, Readable.from(measured(part, packed))));
      });
    zip.addReadStreamLazy('manifest.json', options, (give) => {
      give(null, failing(zip, Readable.from(this.manifest(year, packed))));
    });
    zip.end();
    return output;
  }

  private async *manifest(year: number, files: readonly Packed[]): AsyncGenerator<Buffer> {
    const waiting = await this.archive.waiting(year);
    const made = { year, made_at: this.clock.now().toISOString(), documents_waiting: waiting };
    const bytes = Buffer.from(`${JSON.stringify({ ...made, files }, null, 2)}\n`);
    const detail = { year: String(year), files: String(files.length), manifest_sha256: sha256(bytes) };
    await this.unitOfWork.run((tx) =>
      this.ledger.append(tx, { kind: 'archive-made', invoiceId: null, amountCents: 0, detail }),
    );
    yield bytes;
  }

  private async *index(year: number, seller: string): AsyncGenerator<string> {
    yield indexHead(year, seller, this.clock.today());
    for await (const page of this.invoices(year)) yield page.map(indexRow).join('');
    yield indexEnd();
  }

  private async *invoiceLines(year: number): AsyncGenerator<string> {
    for await (const page of this.invoices(year))
      yield page.map((invoice) => `${JSON.stringify(invoice)}\n`).join('');
  }

  private invoices(year: number): AsyncGenerator<IssuedInvoice[]> {
    return pagesAhead<IssuedInvoice>(async (last) => {
      const page = await this.reader.after(
        invoiceSeries,
        last ?? { year: year - 1, seq: 2_147_483_647 },
        batch,
      );
      return page.filter((invoice) => invoice.year === year);
    });
  }

  private async *rows(table: 'ledger_event' | 'closing', year: number): AsyncGenerator<string> {
    const pages = pagesAhead<{ seq: string; row: object }>((last) =>
      this.archive.rows(table, year, Number(last?.seq ?? 0), batch),
    );
    for await (const page of pages) yield page.map(({ row }) => `${JSON.stringify(row)}\n`).join('');
  }

  /** Compared with its SHA-256 as it is read. */
  private async *document(fileId: Parameters<StoredFiles['read']>[0]): AsyncGenerator<Buffer> {
    yield (await this.files.read(fileId)).bytes;
  }
}

async function* measured({ path, write }: Part, packed: Packed[]): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of write()) {
    const buffer = Buffer.from(chunk);
    if (buffer.byteLength === 0) continue;
    hash.update(buffer);
    bytes += buffer.byteLength;
    yield buffer;
  }
  packed.push({ path, bytes, sha256: hash.digest('hex') });
}

/** A file that cannot be read ends the whole archive: half an archive would look like one. */
function failing(zip: ZipFile, stream: Readable): Readable {
  return stream.once('error', (error) => zip.emit('error', error));
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
