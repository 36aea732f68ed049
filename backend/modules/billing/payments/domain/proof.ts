import sharp from 'sharp';
import { DomainError } from '@calmness/platform/errors';

/** Pixels a picture may have before it is read: a small file can unfold into gigabytes. */
const maxPixels = 40_000_000;
/** Wide enough to read a bank's small print, small enough to keep for years. */
const longestSide = 2_400;
const pictures: readonly string[] = ['jpeg', 'png', 'webp'];
/** A PDF may begin with a few bytes of its own (ISO 32000, Annex H): the mark stands in the first kilobyte. */
const markWithin = 1_024;

/** A proof as it is kept. */
export interface CleanProof {
  bytes: Buffer;
  mediaType: 'application/pdf' | 'image/jpeg';
}

/** What the file is called on the disk of whoever saves it. */
export function proofName(reference: string, mediaType: string): string {
  return `justificatif-${reference}.${mediaType === 'application/pdf' ? 'pdf' : 'jpg'}`;
}

/**
 * What a member sent, as it may be kept: a picture is drawn anew without its place and camera (EXIF), a PDF
 * is what its own first bytes say it is, whatever the request called it.
 * @throws DomainError billing.proof-unreadable
 */
export async function cleanProof(bytes: Buffer): Promise<CleanProof> {
  if (isPdf(bytes)) return { bytes, mediaType: 'application/pdf' };
  const drawn = await redraw(bytes).catch(() => undefined);
  if (!drawn) throw new DomainError('billing.proof-unreadable', {}, 'invalid');
  return { bytes: drawn, mediaType: 'image/jpeg' };
}

function isPdf(bytes: Buffer): boolean {
  return bytes.subarray(0, markWithin).includes('%PDF-') && bytes.includes('%%EOF');
}

async function redraw(bytes: Buffer): Promise<Buffer | undefined> {
  const { format, pages = 1, width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
  if (!pictures.includes(format) || pages > 1 || width * height > maxPixels) return undefined;
  return sharp(bytes, { limitInputPixels: maxPixels, failOn: 'error' })
    .rotate()
    .flatten({ background: '#ffffff' })
    .resize(longestSide, longestSide, { fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 82 })
    .toBuffer();
}
