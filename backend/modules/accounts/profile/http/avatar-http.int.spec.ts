import sharp from 'sharp';
import { DataSource } from 'typeorm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CurrentUser, Problem, ProfileView } from '@calmness/contracts';
import { startAccountsApi, type AccountsApi } from '../../testing/accounts-api';
import { Avatars } from '../application/avatars';

const color = { r: 20, g: 90, b: 160 };
const plain = (width: number, height: number, background = color) =>
  sharp({ create: { width, height, channels: 3, background } });

describe('a picture of oneself', () => {
  let api: AccountsApi;
  let awa: Record<string, string>;
  beforeAll(async () => {
    api = await startAccountsApi();
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    await api.clear();
    awa = await api.member();
  });

  const send = (bytes: Buffer, type = 'image/jpeg') =>
    api.send('PUT', 'auth/user/profile/avatar', bytes, { ...awa, 'content-type': type });
  const codeOf = async (bytes: Buffer, type?: string) => (await send(bytes, type)).json<Problem>().code;
  const download = async (url: string) =>
    Buffer.from((await api.send('GET', url.replace('/api/', ''))).rawPayload);

  it('is drawn anew, square, without the place it was taken at', async () => {
    const exif = { IFD0: { Make: 'Camera' }, IFD3: { GPSLatitude: '48/1 51/1 0/1', GPSLatitudeRef: 'N' } };
    const photo = await plain(900, 600).withExif(exif).jpeg().toBuffer();
    expect((await sharp(photo).metadata()).exif).toBeDefined();
    const { avatar_url: url, completion } = (await send(photo)).json<ProfileView>();
    const drawn = await download(url ?? '');
    const facts = await sharp(drawn).metadata();
    expect(facts).toMatchObject({ format: 'webp', width: 256, height: 256 });
    expect([facts.exif, drawn.includes('Camera')]).toEqual([undefined, false]);
    expect(completion.percent).toBeGreaterThan(0);
    const me = (await api.send('GET', 'auth/me', undefined, awa)).json<CurrentUser>();
    expect((await sharp(await download(me.avatar_url ?? '')).metadata()).width).toBe(64);
  });

  it('replaces the one before; what was replaced is deleted, bytes and row', async () => {
    const photo = await plain(80, 80).png().toBuffer();
    await send(photo, 'image/png');
    const { avatar_url: url } = (await send(photo, 'image/png')).json<ProfileView>();
    await api.app.get(Avatars).tidy();
    const count = (table: string) =>
      api.app
        .get(DataSource)
        .query<unknown[]>(`SELECT 1 FROM ${table}`)
        .then((rows) => rows.length);
    expect([await count('accounts.avatar'), await count('platform.stored_file')]).toEqual([1, 2]);
    expect((await sharp(await download(url ?? '')).metadata()).width).toBe(256);
    const removed = (
      await api.send('DELETE', 'auth/user/profile/avatar', undefined, awa)
    ).json<ProfileView>();
    expect(removed.avatar_url).toBeNull();
    await api.app.get(Avatars).tidy();
    expect([await count('accounts.avatar'), await count('platform.stored_file')]).toEqual([0, 0]);
  });

  it('stays one, whichever of several uploads ends last', async () => {
    const photo = await plain(80, 80).webp().toBuffer();
    await Promise.all(Array.from({ length: 4 }, () => send(photo, 'image/webp')));
    const rows = await api.app
      .get(DataSource)
      .query<unknown[]>('SELECT 1 FROM accounts.avatar WHERE removed_at IS NULL');
    expect(rows).toHaveLength(1);
  });

  it('is refused when it is none, moves, unfolds into too much, or is too heavy', async () => {
    expect(await codeOf(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBe(
      'accounts.image-unreadable',
    );
    const whole = await plain(600, 600).jpeg().toBuffer();
    expect(await codeOf(whole.subarray(0, 900))).toBe('accounts.image-unreadable');
    const frames = await Promise.all(
      [0, 255].map((g) =>
        plain(20, 20, { ...color, g })
          .png()
          .toBuffer(),
      ),
    );
    const moving = await sharp(frames, { join: { animated: true } })
      .webp({ loop: 0 })
      .toBuffer();
    expect(await codeOf(moving, 'image/webp')).toBe('accounts.image-animated');
    expect(await codeOf(await plain(9000, 9000).png().toBuffer(), 'image/png')).toBe(
      'accounts.image-too-large',
    );
    expect(await codeOf(Buffer.alloc(5 * 1_048_576 + 1))).toBe('request.too-large');
    expect(await codeOf(whole, 'image/gif')).toBe('request.unsupported-media-type');
  });

  it('opens for who holds its link alone', async () => {
    const { avatar_url: url } = (await send(await plain(80, 80).jpeg().toBuffer())).json<ProfileView>();
    const forged = (url ?? '').replace(/exp=\d+/, 'exp=99999999999');
    expect((await api.send('GET', forged.replace('/api/', ''))).statusCode).toBe(403);
  });
});
