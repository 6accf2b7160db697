import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { normaliseCode } from '../../domain/identifiers/code.ts';
import { fail, pass, type Verdict } from '../../domain/verdict.ts';
import type { UnitState } from './state.ts';

const digitsMin = 4;
const digitsMax = 10;
const saltBytes = 16;
const hashBytes = 32;

const derive = promisify(scrypt) as (password: string, salt: Buffer, length: number) => Promise<Buffer>;

export type AdminPassword = NonNullable<UnitState['adminPassword']>;

/** Reads the password that is set at the first start: 4 to 10 digits, typed twice alike, full width taken. */
export function readNewPassword(typed: string, again: string): Verdict<string, 'password-digits' | 'password-differs'> {
  const password = normaliseCode(typed);
  if (!/^[0-9]+$/.test(password) || password.length < digitsMin || password.length > digitsMax) {
    return fail('password-digits', { min: digitsMin, max: digitsMax });
  }
  return password === normaliseCode(again) ? pass(password) : fail('password-differs');
}

export async function hashAdminPassword(password: string): Promise<AdminPassword> {
  const salt = randomBytes(saltBytes);
  return { salt: salt.toString('hex'), hash: (await derive(password, salt, hashBytes)).toString('hex') };
}

export async function isAdminPassword(typed: string, { salt, hash }: AdminPassword): Promise<boolean> {
  const computed = await derive(normaliseCode(typed).slice(0, digitsMax + 1), Buffer.from(salt, 'hex'), hashBytes);
  return timingSafeEqual(computed, Buffer.from(hash, 'hex'));
}
