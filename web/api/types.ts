import type { paths } from './schema.generated.d.ts';

export type { paths };

type Body<T> = T extends { content: { 'application/json': infer B } } ? B : never;
type Answer<Path extends keyof paths, Method extends string> = Method extends keyof paths[Path]
  ? paths[Path][Method] extends { responses: infer R }
    ? Body<R[Extract<keyof R, 200 | 201>]>
    : never
  : never;

const organization = '/api/{site}/organizations/{organization}';
type Of<Rest extends string> = `${typeof organization}${Rest}`;

export type Site = Answer<'/api/{site}', 'get'>;
export type Session = Answer<'/api/{site}/session', 'get'>;
export type Draft = Answer<'/api/{site}/drafts/{draft}', 'get'>;
export type Consents = Answer<'/api/{site}/consents', 'get'>;
export type SignUpAnswer = Answer<'/api/{site}/sign-ups', 'post'>;
export type ReviewRow = Answer<Of<'/registration-keys/review'>, 'post'>['rows'][number];
export type Issued = Answer<Of<'/registration-keys'>, 'post'>;
export type IssuedKey = Issued['keys'][number];
export type ActivationKeyRow = Answer<Of<'/activation-keys'>, 'get'>['items'][number];
export type Batch = Answer<Of<'/activation-key-batches'>, 'get'>['items'][number];
export type BatchDetail = Answer<Of<'/activation-key-batches/{batch}'>, 'get'>;
export type BatchKey = Answer<Of<'/activation-key-batches/{batch}/keys'>, 'get'>['items'][number];
export type Product = Answer<Of<'/activation-key-products'>, 'get'>['products'][number];
export type ActivationKey = Answer<Of<'/activation-keys/{number}'>, 'get'>;
export type Import = Answer<Of<'/imports/{import}'>, 'get'>;
export type ListedImport = Answer<Of<'/imports'>, 'get'>['items'][number];
export type ImportRow = Import['rows'][number];
export type RegistrationKeyOptions = NonNullable<Site['capabilities']['registration-keys']>;
export type DeviceOptions = NonNullable<Site['capabilities']['devices']>;
export type LicenceOptions = NonNullable<Site['capabilities']['licences']>;
export type Category = RegistrationKeyOptions['categories'][number];
type ExportPath<Kind extends string> = Of<`/exports/${Kind}/unwritable`>;
export type ExportKind = keyof paths extends infer P ? (P extends ExportPath<infer Kind> ? Kind : never) : never;
export type Unwritable = Answer<ExportPath<'registration-keys'>, 'get'>;
