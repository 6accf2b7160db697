import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

const flagPresent = 0x01;
const flagVerified = 0x04;
const flagAttested = 0x40;
const es256 = -7;

type Options = { challenge: string; rpId?: string; rp?: { id: string }; user?: { id: string } };
/** What an attacker would change about an answer. */
export type Twist = {
  origin?: string;
  rpId?: string;
  type?: string;
  challenge?: string;
  flags?: number;
  signCount?: number;
  userHandle?: string | null;
  id?: string;
  /** Sends certificates although none were asked for. */
  certificates?: boolean;
};

/** A passkey in memory that answers as a browser would, honestly or with a twist; counts each use. */
export function authenticator(origin: string) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(32).toString('base64url');
  let signCount = 0;
  let userHandle: string | undefined;

  const clientData = (type: string, { challenge }: Options, twist: Twist) =>
    Buffer.from(
      JSON.stringify({
        type: twist.type ?? type,
        challenge: twist.challenge ?? challenge,
        origin: twist.origin ?? origin,
      }),
    );
  const authenticatorData = (rpId: string, flags: number, count: number, rest = Buffer.alloc(0)) => {
    const head = Buffer.alloc(37);
    createHash('sha256').update(rpId).digest().copy(head);
    head.writeUInt8(flags, 32);
    head.writeUInt32BE(count, 33);
    return Buffer.concat([head, rest]);
  };

  return {
    id,
    make(options: unknown, twist: Twist = {}) {
      const asked = options as Options;
      userHandle = asked.user?.id;
      const rawId = Buffer.from(id, 'base64url');
      const length = Buffer.alloc(2);
      length.writeUInt16BE(rawId.length);
      const attested = Buffer.concat([Buffer.alloc(16), length, rawId, cosePublicKey(publicKey)]);
      const flags = twist.flags ?? flagPresent | flagVerified;
      const data = authenticatorData(twist.rpId ?? asked.rp?.id ?? '', flags | flagAttested, signCount, attested);
      const statement: CborMap = twist.certificates ? new Map([['x5c', [Buffer.from('certificate')]]]) : new Map();
      const attestation = cbor(
        new Map<string, Cbor>([
          ['fmt', twist.certificates ? 'packed' : 'none'],
          ['attStmt', statement],
          ['authData', data],
        ]),
      );
      const clientDataJSON = clientData('webauthn.create', asked, twist).toString('base64url');
      const response = {
        clientDataJSON,
        attestationObject: attestation.toString('base64url'),
        transports: ['internal'],
      };
      return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response };
    },
    use(options: unknown, twist: Twist = {}) {
      const asked = options as Options;
      if (twist.signCount === undefined) signCount += 1;
      const flags = twist.flags ?? flagPresent | flagVerified;
      const data = authenticatorData(twist.rpId ?? asked.rpId ?? '', flags, twist.signCount ?? signCount);
      const clientDataJSON = clientData('webauthn.get', asked, twist);
      const signed = Buffer.concat([data, createHash('sha256').update(clientDataJSON).digest()]);
      const handle = twist.userHandle === undefined ? userHandle : (twist.userHandle ?? undefined);
      return {
        id: twist.id ?? id,
        rawId: twist.id ?? id,
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: clientDataJSON.toString('base64url'),
          authenticatorData: data.toString('base64url'),
          signature: sign('sha256', signed, privateKey).toString('base64url'),
          ...(handle !== undefined && { userHandle: handle }),
        },
      };
    },
  };
}

/** RFC 9053: kty EC2, alg ES256, crv P-256, x, y. */
function cosePublicKey(publicKey: KeyObject): Buffer {
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  return cbor(
    new Map<number, Cbor>([
      [1, 2],
      [3, es256],
      [-1, 1],
      [-2, Buffer.from(x, 'base64url')],
      [-3, Buffer.from(y, 'base64url')],
    ]),
  );
}

type CborMap = Map<string | number, Cbor>;
type Cbor = number | string | Buffer | Cbor[] | Map<string, Cbor> | Map<number, Cbor> | CborMap;

/** As much of RFC 8949 as an attestation object needs. */
function cbor(value: Cbor): Buffer {
  if (typeof value === 'number') return value < 0 ? cborHead(1, -1 - value) : cborHead(0, value);
  if (typeof value === 'string') return Buffer.concat([cborHead(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([cborHead(2, value.length), value]);
  if (Array.isArray(value)) return Buffer.concat([cborHead(4, value.length), ...value.map(cbor)]);
  const entries = [...(value as CborMap)].flatMap(([key, item]) => [cbor(key), cbor(item)]);
  return Buffer.concat([cborHead(5, value.size), ...entries]);
}

function cborHead(major: number, count: number): Buffer {
  if (count < 24) return Buffer.from([(major << 5) | count]);
  if (count < 256) return Buffer.from([(major << 5) | 24, count]);
  return Buffer.from([(major << 5) | 25, count >> 8, count & 255]);
}
