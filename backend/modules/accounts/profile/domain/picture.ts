import sharp from 'sharp';
import { DomainError } from '@calmness/platform/errors';

/** Pixels a picture may have before it is read: a small file can unfold into gigabytes. */
const maxPixels = 40_000_000;
const readable: readonly string[] = ['jpeg', 'png', 'webp'];

export interface Picture {
  large: Buffer;
  small: Buffer;
}

/**
 * The picture upright, square and drawn anew as WebP at 256 and 64 pixels: nothing of the file that was sent
 * remains, its place and camera (EXIF) least of all.
 * @throws DomainError accounts.image-unreadable, accounts.image-animated, accounts.image-too-large
 */
export async function redrawPicture(bytes: Buffer): Promise<Picture> {
  await assertReadable(bytes);
  try {
    const [large, small] = await Promise.all([256, 64].map((pixels) => square(bytes, pixels)));
    if (!large || !small) throw new Error('Nothing was drawn');
    return { large, small };
  } catch {
    throw new DomainError('accounts.image-unreadable', {}, 'invalid');
  }
}

async function assertReadable(bytes: Buffer): Promise<void> {
  const facts = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => undefined);
  if (!facts || !readable.includes(facts.format))
    throw new DomainError('accounts.image-unreadable', {}, 'invalid');
  if ((facts.pages ?? 1) > 1) throw new DomainError('accounts.image-animated', {}, 'invalid');
  if (facts.width * facts.height > maxPixels)
    throw new DomainError('accounts.image-too-large', {}, 'invalid');
}

function square(bytes: Buffer, pixels: number): Promise<Buffer> {
  return sharp(bytes, { limitInputPixels: maxPixels, failOn: 'error' })
    .rotate()
    .resize(pixels, pixels, { fit: 'cover', position: 'attention' })
    .webp({ quality: 82 })
    .toBuffer();
}
