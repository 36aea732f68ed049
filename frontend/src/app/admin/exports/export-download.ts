import { HttpClient, HttpEventType } from '@angular/common/http';
import { DOCUMENT, inject, Service, signal } from '@angular/core';
import { lastValueFrom, tap } from 'rxjs';
import { failureOf } from '../../core/http/failure';
import type { Failure } from '../../core/http/failure';

/** Fetches a file with the session, tells how much has come, and hands it to the browser. */
@Service({ autoProvided: false })
export class ExportDownload {
  private readonly http = inject(HttpClient);
  private readonly document = inject(DOCUMENT);
  /** The file being fetched. */
  readonly fetching = signal<string | undefined>(undefined);
  /** Bytes that have come. */
  readonly received = signal(0);
  readonly failure = signal<Failure | undefined>(undefined);

  async fetch(name: string, query: string, fallback: string): Promise<void> {
    this.fetching.set(name);
    this.received.set(0);
    this.failure.set(undefined);
    try {
      const url = `/api/admin/exports/${name}?${query}`;
      const options = { responseType: 'blob', observe: 'events', reportProgress: true } as const;
      const told = this.http.get(url, options).pipe(
        tap((event) => {
          if (event.type === HttpEventType.DownloadProgress) {
            this.received.set(event.loaded);
          }
        }),
      );
      const answer = await lastValueFrom(told);
      if (answer.type === HttpEventType.Response && answer.body) {
        const disposition = answer.headers.get('Content-Disposition') ?? '';
        this.save(answer.body, /filename="([^"]+)"/.exec(disposition)?.[1] ?? fallback);
      }
    } catch (error) {
      this.failure.set(failureOf(error));
    } finally {
      this.fetching.set(undefined);
    }
  }

  private save(file: Blob, name: string): void {
    const address = URL.createObjectURL(file);
    const link = this.document.createElement('a');
    Object.assign(link, { href: address, download: name });
    link.click();
    URL.revokeObjectURL(address);
  }
}
