import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/browser';
import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import { siteId } from '../../context/address.ts';

const path = { site: siteId };
const own = '/api/{site}/account/second-factor';
const managed = '/api/{site}/organizations/{organization}/accounts/{user}/second-factor';

/** WebAuthn's JSON as the API takes it; its types say the same in other words. */
function plain<T extends RegistrationResponseJSON | AuthenticationResponseJSON>({
  clientExtensionResults,
  ...rest
}: T) {
  return { ...rest, clientExtensionResults: { ...clientExtensionResults } };
}

export const ownFactorsQuery = queryOptions({
  queryKey: ['second-factor', siteId],
  queryFn: () => answer(api.GET(own, { params: { path } })),
});
export type OwnFactors = Awaited<ReturnType<NonNullable<typeof ownFactorsQuery.queryFn>>>;
export type OwnPasskey = OwnFactors['passkeys'][number];

export const beginApp = (password: string) =>
  answer(api.POST(`${own}/totp/setup`, { params: { path }, body: { password } }));

export const confirmApp = (code: string) => answer(api.POST(`${own}/totp`, { params: { path }, body: { code } }));

export const removeApp = (password: string) =>
  answer(api.POST(`${own}/totp/removal`, { params: { path }, body: { password } }));

export const newRecoveryCodes = (password: string) =>
  answer(api.POST(`${own}/recovery-codes`, { params: { path }, body: { password } }));

export const askNewPasskey = (password: string) =>
  answer(api.POST(`${own}/passkeys/options`, { params: { path }, body: { password } }));

export const keepPasskey = (name: string, response: RegistrationResponseJSON) =>
  answer(api.POST(`${own}/passkeys`, { params: { path }, body: { name, response: plain(response) } }));

export const renamePasskey = (passkey: string, name: string) =>
  answer(api.PATCH(`${own}/passkeys/{passkey}`, { params: { path: { ...path, passkey } }, body: { name } }));

export const removePasskey = (passkey: string, password: string) =>
  answer(api.POST(`${own}/passkeys/{passkey}/removal`, { params: { path: { ...path, passkey } }, body: { password } }));

export const secondStepQuery = queryOptions({
  queryKey: ['second-step', siteId],
  queryFn: () => answer(api.GET('/api/{site}/session/second-step', { params: { path } })),
  gcTime: 0,
  retry: false,
});

export const answerWithCode = (kind: 'totp' | 'recovery-code', code: string) =>
  answer(api.POST('/api/{site}/session/second-step', { params: { path }, body: { kind, code } }));

export const askSecondStepPasskey = () =>
  answer(api.POST('/api/{site}/session/second-step/options', { params: { path } }));

export const answerWithPasskey = (response: AuthenticationResponseJSON) =>
  answer(
    api.POST('/api/{site}/session/second-step', {
      params: { path },
      body: { kind: 'passkey', response: plain(response) },
    }),
  );

export const askPasskey = () => answer(api.POST('/api/{site}/session/passkey/options', { params: { path } }));

export const logInWithPasskey = (response: AuthenticationResponseJSON) =>
  answer(api.POST('/api/{site}/session/passkey', { params: { path }, body: { response: plain(response) } }));

export const managedFactorsQuery = (organization: string, user: string) =>
  queryOptions({
    queryKey: ['managed-second-factor', organization, user],
    queryFn: () => answer(api.GET(managed, { params: { path: { ...path, organization, user } } })),
  });

export const takeOff = (organization: string, user: string, reason: string) =>
  answer(api.POST(`${managed}/removal`, { params: { path: { ...path, organization, user } }, body: { reason } }));
