import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, expect, test, vi } from 'vitest';
import { unattendedHeader } from '../../domain/live/messages.ts';

afterEach(() => vi.unstubAllGlobals());

test('E-06 what a page asks for by itself says so, and what a person asks for does not', async () => {
  const unattended: boolean[] = [];
  vi.stubGlobal('document', { documentElement: { lang: 'en' } });
  vi.stubGlobal('location', new URL('http://localhost/energy'));
  vi.stubGlobal('fetch', async (request: Request) => {
    unattended.push(request.headers.has(unattendedHeader));
    return Response.json({});
  });
  const { answer, api, byItself, onAnswer } = await import('./client.ts');
  const activity = vi.fn<() => void>();
  onAnswer(activity);
  const client = new QueryClient();
  const path = { site: 'energy' };
  const queryFn = () => answer(api.GET('/api/{site}/session', { baseUrl: 'http://localhost', params: { path } }));
  const stop = new QueryObserver(client, { queryKey: ['one'], queryFn }).subscribe(() => undefined);
  await vi.waitFor(() => expect(unattended).toEqual([false]));
  byItself(() => void client.invalidateQueries({ queryKey: ['one'] }));
  await vi.waitFor(() => expect(unattended).toEqual([false, true]));
  await client.refetchQueries({ queryKey: ['one'] });
  expect(unattended).toEqual([false, true, false]);
  expect(activity).toHaveBeenCalledTimes(2);
  stop();
});
