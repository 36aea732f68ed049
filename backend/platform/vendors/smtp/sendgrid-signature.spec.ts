import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isFromSendGrid } from './sendgrid-signature';

const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
const webhookKey = publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
const body = Buffer.from('[{"event":"bounce"}]\r\n');
const timestamp = '1700000000';
const signature = sign('sha256', Buffer.concat([Buffer.from(timestamp), body]), privateKey).toString(
  'base64',
);

describe('the signature of events about mails', () => {
  it('proves the bytes and the moment together', () => {
    expect(isFromSendGrid(webhookKey, { signature, timestamp, body })).toBe(true);
  });

  it.each([
    ['another body', { signature, timestamp, body: Buffer.from('[]') }],
    ['another moment', { signature, timestamp: '1700000001', body }],
    ['no signature', { signature: '', timestamp, body }],
    ['nonsense', { signature: 'undefined', timestamp, body }],
  ])('does not prove %s', (_what, events) => {
    expect(isFromSendGrid(webhookKey, events)).toBe(false);
  });

  it('proves nothing with a key that is none', () => {
    expect(isFromSendGrid('bm9uZQ==', { signature, timestamp, body })).toBe(false);
  });
});
