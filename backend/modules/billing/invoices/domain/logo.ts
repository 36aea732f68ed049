import sharp from 'sharp';
import { DomainError } from '@calmness/platform/errors';

/** Pixels a picture may have before it is read: a small file can unfold into gigabytes. */
const limitInputPixels = 40_000_000;
/** Four times what the band shows, which is 60 × 16 mm. */
const [width, height] = [960, 256];
const readable: readonly string[] = ['jpeg', 'png', 'webp', 'svg'];

/**
 * The logo drawn anew as a PNG no larger than the band of an invoice: nothing of the file that was sent
 * remains, no script of an SVG and no colour profile a PDF/A would refuse.
 * @throws DomainError request.invalid naming `logo` when no picture can be read from it
 */
export async function redrawLogo(bytes: Buffer): Promise<Buffer> {
  try {
    const picture = sharp(bytes, { limitInputPixels });
    const { format } = await picture.metadata();
    if (!readable.includes(format)) throw new Error('Another kind of file');
    return await picture.resize({ width, height, fit: 'inside' }).png().toBuffer();
  } catch {
    throw new DomainError('request.invalid', {}, 'invalid', [{ field: 'logo', code: 'invalid' }]);
  }
}
