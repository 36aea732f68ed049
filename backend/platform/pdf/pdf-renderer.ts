/** A document to print. The HTML is self-contained: fonts and images are data URIs. */
export interface PdfSource {
  html: string;
  /** Printed at the foot of every page; `<span class="pageNumber">` and `totalPages` are filled in. */
  footerHtml: string;
}

/** No browser is installed here: the document waits, nothing pretends to be rendered. */
export class PdfRendererUnavailable extends Error {}

/** Turns HTML into a tagged PDF. Slow and fallible: never called inside a transaction. */
export abstract class PdfRenderer {
  /** @throws PdfRendererUnavailable, or the browser's own error */
  abstract render(source: PdfSource): Promise<Uint8Array>;
}
