import { useRef } from 'react';
import { mayRetry } from './client.ts';

type Attempt = { key: string; body: string };

/**
 * Runs a creating request under an Idempotency-Key that stays while the same thing is tried again after a failure
 * of the line or the server, so that a repeat is never a second thing (P-24).
 */
export function useIdempotent(): <T>(
  body: unknown,
  send: (headers: { 'Idempotency-Key': string }) => Promise<T>,
) => Promise<T> {
  const attempt = useRef<Attempt | null>(null);
  return async (body, send) => {
    const text = JSON.stringify(body);
    if (attempt.current?.body !== text) attempt.current = { key: crypto.randomUUID(), body: text };
    try {
      const result = await send({ 'Idempotency-Key': attempt.current.key });
      attempt.current = null;
      return result;
    } catch (problem) {
      if (!mayRetry(problem)) attempt.current = null;
      throw problem;
    }
  };
}
