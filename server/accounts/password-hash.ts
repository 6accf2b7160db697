import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { promisify } from 'node:util';
import { turns } from '../kernel/turns.ts';

// OWASP's second choice for argon2id: 19 MiB, two passes, one lane.
const memoryKib = 19_456;
const passes = 2;
const parallelism = 1;
const tagLength = 32;
const saltBytes = 16;
/** One core is left to everything else; at most two, for each hash takes 19 MiB. */
export const hashesAtOnceMax = Math.max(1, Math.min(2, availableParallelism() - 1));

const derive = promisify(argon2);
/** The others wait their turn, so that a storm of logins leaves the rest of the server alive. */
const inTurn = turns(hashesAtOnceMax);

function tagOf(password: string, salt: Buffer): Promise<Buffer> {
  const message = Buffer.from(password.normalize('NFC'));
  return inTurn(() => derive('argon2id', { message, nonce: salt, memory: memoryKib, passes, parallelism, tagLength }));
}

/** The password as a PHC string: `$argon2id$v=19$m=19456,t=2,p=1$<salt>$<tag>`. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(saltBytes);
  const tag = await tagOf(password, salt);
  return `$argon2id$v=19$m=${memoryKib},t=${passes},p=${parallelism}$${unpadded(salt)}$${unpadded(tag)}`;
}

/** Whether the password belongs to the stored string. Without a string it costs the same and says no. */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  // What stands for no password has no parts.
  const [, , , , salt, tag] = stored?.split('$') ?? [];
  const computed = await tagOf(password, salt ? Buffer.from(salt, 'base64') : Buffer.alloc(saltBytes));
  if (!tag) return false;
  return timingSafeEqual(computed, Buffer.from(tag, 'base64'));
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
