import { Global, Module } from '@nestjs/common';
import { ChromiumPdfRenderer } from './chromium-pdf-renderer';
import { PdfRenderer } from './pdf-renderer';

@Global()
@Module({ providers: [{ provide: PdfRenderer, useClass: ChromiumPdfRenderer }], exports: [PdfRenderer] })
export class PdfModule {}
