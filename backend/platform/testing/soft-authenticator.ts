import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto';

const userPresent = 0x01;
const userVerified = 0x04;
const attested = 0x40;

interface Ceremony {
  challenge?: unknown;
}

/** A passkey in software, which signs what a browser would sign (WebAuthn level 3, ES256, no attestation). */
export class SoftAuthenticator {
  readonly id = randomBytes(32).toString('base64url');
  private readonly keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  private counter = 0;

  /** `origin` is the page the browser is on; its host is the site the key is made for. */
  constructor(
    private readonly origin: string,
    private readonly verifiesItsPerson = true,
  ) {}

  /** Answers `navigator.credentials.create`. */
  create({ challenge }: Ceremony): Record<string, unknown> {
    const { x = '', y = '' } = this.keys.publicKey.export({ format: 'jwk' });
    const id = Buffer.from(this.id, 'base64url');
    const cose = Buffer.concat([
      ...[hex('a5010203262001215820'), Buffer.from(x, 'base64url')],
      ...[hex('225820'), Buffer.from(y, 'base64url')],
    ]);
    const length = Buffer.alloc(2);
    length.writeUInt16BE(id.length);
    const data = Buffer.concat([this.head(attested), Buffer.alloc(16), length, id, cose]);
    const size = Buffer.alloc(2);
    size.writeUInt16BE(data.length);
    // {"fmt": "none", "attStmt": {}, "authData": bytes} in CBOR.
    const object = Buffer.concat([
      hex('a363666d74646e6f6e656761747453746d74a068617574684461746159'),
      ...[size, data],
    ]);
    return this.answer('webauthn.create', challenge, { attestationObject: object.toString('base64url') });
  }

  /** Answers `navigator.credentials.get`. */
  get({ challenge }: Ceremony): Record<string, unknown> {
    this.counter += 1;
    const data = this.head(0);
    const signed = Buffer.concat([data, sha256(this.clientData('webauthn.get', challenge))]);
    const signature = createSign('sha256').update(signed).sign(this.keys.privateKey);
    return this.answer('webauthn.get', challenge, {
      authenticatorData: data.toString('base64url'),
      signature: signature.toString('base64url'),
    });
  }

  /** As a copy of the key would be that was made before its last uses. */
  rewind(): void {
    this.counter = 0;
  }

  private head(flags: number): Buffer {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(this.counter);
    const person = this.verifiesItsPerson ? userPresent | userVerified : userPresent;
    return Buffer.concat([sha256(new URL(this.origin).hostname), Buffer.from([person | flags]), count]);
  }

  private clientData(type: string, challenge: unknown): string {
    return JSON.stringify({ type, challenge, origin: this.origin, crossOrigin: false });
  }

  private answer(type: string, challenge: unknown, response: object): Record<string, unknown> {
    const clientDataJSON = Buffer.from(this.clientData(type, challenge)).toString('base64url');
    const credential = { id: this.id, rawId: this.id, type: 'public-key', clientExtensionResults: {} };
    return { ...credential, response: { clientDataJSON, ...response } };
  }
}

function sha256(data: string | Buffer): Buffer {
  return createHash('sha256').update(data).digest();
}

function hex(text: string): Buffer {
  return Buffer.from(text, 'hex');
}
