import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { cleanProof } from './proof';

const picture = (width = 900, height = 600) =>
  sharp({ create: { width, height, channels: 3, background: { r: 20, g: 90, b: 160 } } });
const refusal = { code: 'billing.proof-unreadable' };

describe('a proof of payment', () => {
  it('is drawn anew when it is a picture, without the place it was taken at', async () => {
    const exif = { IFD0: { Make: 'Camera' }, IFD3: { GPSLatitude: '48/1 51/1 0/1', GPSLatitudeRef: 'N' } };
    const photo = await picture(3_000, 1_500).withExif(exif).jpeg().toBuffer();
    const { bytes, mediaType } = await cleanProof(photo);
    const facts = await sharp(bytes).metadata();
    expect(mediaType).toBe('image/jpeg');
    expect(facts).toMatchObject({ format: 'jpeg', width: 2_400, height: 1_200 });
    expect([facts.exif, bytes.includes('Camera')]).toEqual([undefined, false]);
  });

  it.each(['png', 'webp'] as const)('becomes a JPEG from %s', async (format) => {
    const { bytes } = await cleanProof(await picture().toFormat(format).toBuffer());
    expect((await sharp(bytes).metadata()).format).toBe('jpeg');
  });

  it('is kept byte for byte when it is a PDF', async () => {
    const pdf = Buffer.from('%PDF-1.7\n1 0 obj\nendobj\ntrailer\n%%EOF\n');
    expect(await cleanProof(pdf)).toEqual({ bytes: pdf, mediaType: 'application/pdf' });
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a page', Buffer.from('<html><script>alert(1)</script></html>')],
    ['a drawing with scripts', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['half a PDF', Buffer.from('%PDF-1.7\n1 0 obj')],
    ['a program', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 0])],
  ])('is refused when it is %s', async (_name, bytes) => {
    await expect(cleanProof(bytes)).rejects.toMatchObject(refusal);
  });

  it('is refused when it moves or breaks off', async () => {
    const frames = await Promise.all(
      [picture(20, 20), picture(20, 20).negate()].map((p) => p.png().toBuffer()),
    );
    const moving = await sharp(frames, { join: { animated: true } })
      .webp({ loop: 0 })
      .toBuffer();
    await expect(cleanProof(moving)).rejects.toMatchObject(refusal);
    const whole = await picture().jpeg().toBuffer();
    await expect(cleanProof(whole.subarray(0, 900))).rejects.toMatchObject(refusal);
  });
});
