import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UnitOfWork } from '@calmness/platform/database';
import { newId } from '@calmness/platform/ids';
import { startTestContext, type TestContext } from '@calmness/platform/testing';
import { SignedFileUrls } from './signed-url';
import { StoredFiles } from './stored-files';

describe('private files', () => {
  let context: TestContext;
  beforeAll(async () => {
    context = await startTestContext();
  });
  afterAll(() => context.close());

  const store = async (text: string) => {
    const files = context.get(StoredFiles);
    const draft = await files.draft('billing', 'facture é.pdf', 'application/pdf', Buffer.from(text));
    await context.get(UnitOfWork).run((tx) => files.keep(tx, draft));
    return draft;
  };

  it('come back byte for byte', async () => {
    const draft = await store('%PDF é œ €');
    const { file, bytes } = await context.get(StoredFiles).read(draft.id);
    expect(bytes.toString('utf8')).toBe('%PDF é œ €');
    expect(file).toMatchObject({
      file_name: 'facture é.pdf',
      media_type: 'application/pdf',
      sha256: draft.sha256,
    });
  });

  it('are refused when a single byte changed on disk', async () => {
    const draft = await store('one hundred euros');
    writeFileSync(join(context.config.dataDir, 'files', draft.storageKey), 'nine hundred euros');
    await expect(context.get(StoredFiles).read(draft.id)).rejects.toMatchObject({ code: 'files.tampered' });
  });

  it('open with a link for five minutes, for one reader and one file', () => {
    const urls = context.get(SignedFileUrls);
    const [fileId, readerId] = [newId(), newId()];
    const link = new URL(urls.sign(fileId, readerId), 'http://localhost');
    const exp = link.searchParams.get('exp') ?? '';
    const sig = link.searchParams.get('sig') ?? '';
    expect(urls.verify(fileId, exp, sig)).toBe(readerId);
    expect(() => urls.verify(newId(), exp, sig)).toThrow('files.link-expired');
    expect(() => urls.verify(fileId, String(Number(exp) + 60), sig)).toThrow('files.link-expired');
    expect(() => urls.verify(fileId, exp, sig.replace(readerId, newId()))).toThrow('files.link-expired');
    context.clock.advance({ minutes: 5 });
    expect(() => urls.verify(fileId, exp, sig)).toThrow('files.link-expired');
  });
});
