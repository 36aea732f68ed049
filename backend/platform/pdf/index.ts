export { PdfRenderer, PdfRendererUnavailable, type PdfSource } from './pdf-renderer';
export { ChromiumPdfRenderer } from './chromium-pdf-renderer';
export { PdfModule } from './pdf.module';
