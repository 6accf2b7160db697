// The HTTP API as agreed before the server stood; replaced by schema.generated.d.ts, which has the same shape.

import type { PasswordPolicy } from '../../domain/accounts/policy.ts';
import type { SignUpField } from '../../domain/accounts/sign-up.ts';

type Json<T> = { content: { 'application/json': T } };
type Problems = { default: { content: { 'application/problem+json': ProblemDetails } } };
type Answers<Status extends number, T> = { [S in Status]: Json<T> } & Problems;
type Done = { 204: { content?: never } } & Problems;
type At<Path extends string, Query = never> = { path: Record<Path, string>; query?: Query };
type Reads<Path extends string, T, Query = never> = { parameters: At<Path, Query>; responses: Answers<200, T> };
type Writes<Path extends string, Body, Responses> = {
  parameters: At<Path> & { header?: { 'Idempotency-Key'?: string } };
  requestBody: { content: { 'application/json': Body } };
  responses: Responses;
};

export type Language = 'ja' | 'en';
export type Words = { ja: string; en: string };
export type Params = Record<string, string | number>;

export type FieldProblem = { pointer: string; code: string; params?: Params; title: string };
export type ProblemDetails = {
  type: string;
  title: string;
  status: number;
  requestId: string;
  params?: Params;
  errors?: FieldProblem[];
};

export type SignUpStep = 'terms' | 'form' | 'confirm' | 'code' | 'link' | 'password' | 'done' | 'login' | 'consent' | 'customer-data';
export type Category = {
  id: string;
  name: Words;
  hint: Words;
  idFormat: 'hex16' | 'mac';
  issuedHere: boolean;
  elsewhere?: Words;
};
export type RegistrationKeyOptions = { categories: Category[]; registrationIdDigits: number; keysPerIssueMax: number };

export type Site = {
  id: string;
  name: Words;
  languages: Language[];
  timeZone: string;
  brand: { colour: string };
  contact: Words;
  signUp: { steps: SignUpStep[]; fields: SignUpField[] } | null;
  loginId: { kind: string };
  proof: { kind: string; lifeHours: number };
  password: PasswordPolicy;
  documents: { name: string; version: string; met: string }[];
  capabilities: { 'registration-keys'?: RegistrationKeyOptions } & Record<string, unknown>;
};

export type Session = {
  user: { id: string; loginId: string; name: string; mail: string; language: Language; role: string };
  organization: { id: string; name: string; kind: string };
  permissions: string[];
  idleMinutes: number;
};

export type Draft = { id: string; values: Record<string, unknown>; updatedAt: string };
export type Document = { name: string; version: string; language: Language; html: string };
export type SignUpAnswer = { signUp: string; loginId: string | null; proof: string; mail: string };

export type RegistrationKeyRow = {
  issuedAt: string;
  deviceId: string;
  category: string;
  activationKey: string;
  productNumber: string;
  purpose: string;
  registrationKey: string;
  installation: string[] | null;
};
export type ActivationKeyRow = {
  number: string;
  productNumber: string;
  purpose: string;
  category: string;
  importedAt: string;
  issued: boolean;
};
export type Page<T> = { items: T[]; total: number; totalCapped: boolean; page: number; pageSize: number };

type IssueBody = { category: string; deviceId: string; activationKeys: { number: string; registrationId: string }[] };
export type ReviewRow = {
  number: string;
  productNumber: string;
  purpose: string;
  state: 'new' | 'issued-before';
  firstIssuedAt: string | null;
};
export type IssuedKey = {
  registrationKey: string;
  productNumber: string;
  purpose: string;
  activationKey: string;
  state: 'new' | 'issued-before';
  firstIssuedAt: string | null;
};
export type Issued = { deviceId: string; category: string; keys: IssuedKey[]; mailedTo: string[] };

export type Import = {
  id: string;
  kind: string;
  fileName: string;
  hash: string;
  encoding: string;
  rowCount: number;
  faultCount: number;
  state: 'previewed' | 'done';
  columns: string[];
  rows: { line: number; cells: Record<string, string>; faults: Record<string, { code: string; params?: Params; title: string }> }[];
  page: number;
  pageSize: number;
  unknownColumns: string[];
  storedCount: number;
};

type Paging = { page?: number; pageSize?: number; sort?: string };
type OfSite = 'site';
type OfOrganization = 'site' | 'organization';

export interface paths {
  '/api/sites': { get: { parameters: { query?: never }; responses: Answers<200, { id: string; name: Words }[]> } };
  '/api/{site}': { get: Reads<OfSite, Site> };
  '/api/{site}/documents/{document}': { get: Reads<OfSite | 'document', Document, { language: Language }> };
  '/api/{site}/drafts': {
    post: Writes<OfSite, { kind: 'sign-up' | 'registration-keys'; values: Record<string, unknown> }, Answers<201, Draft>>;
  };
  '/api/{site}/drafts/{draft}': {
    get: Reads<OfSite | 'draft', Draft>;
    put: Writes<OfSite | 'draft', { values: Record<string, unknown> }, Answers<200, Draft>>;
  };
  '/api/{site}/sign-ups': {
    post: Writes<
      OfSite,
      { values: Record<string, unknown>; language: Language; agreed: { document: string; version: string }[] },
      Answers<201, SignUpAnswer>
    >;
  };
  '/api/{site}/sign-ups/{signUp}/code': { post: Writes<OfSite | 'signUp', { code: string }, Answers<200, { passwordToken: string }>> };
  '/api/{site}/sign-ups/{signUp}/resend': { post: { parameters: At<OfSite | 'signUp'>; requestBody?: never; responses: Done } };
  '/api/{site}/password-links/check': { post: Writes<OfSite, { token: string }, Answers<200, { loginId: string; expiresAt: string }>> };
  '/api/{site}/passwords': { post: Writes<OfSite, { token: string; password: string }, Done> };
  '/api/{site}/session': {
    post: Writes<OfSite, { loginId: string; password: string }, Answers<200, Session>>;
    get: Reads<OfSite, Session>;
    delete: { parameters: At<OfSite>; responses: Done };
    patch: Writes<OfSite, { language: Language }, Answers<200, Session>>;
  };
  '/api/{site}/organizations/{organization}/registration-keys': {
    get: Reads<OfOrganization, Page<RegistrationKeyRow>, Paging & { deviceId?: string; activationKey?: string }>;
    post: Writes<OfOrganization, IssueBody & { mail?: { addresses: string[]; subject: string } }, Answers<201, Issued>>;
  };
  '/api/{site}/organizations/{organization}/registration-keys/installations/{deviceId}': {
    get: Reads<OfOrganization | 'deviceId', { deviceId: string; lines: string[] | null }>;
    put: Writes<OfOrganization | 'deviceId', { lines: string[] }, Done>;
  };
  '/api/{site}/organizations/{organization}/registration-keys/review': {
    post: Writes<OfOrganization, IssueBody, Answers<200, { rows: ReviewRow[] }>>;
  };
  '/api/{site}/organizations/{organization}/activation-keys': {
    get: Reads<OfOrganization, Page<ActivationKeyRow>, Paging & { number?: string }>;
  };
  '/api/{site}/organizations/{organization}/imports': {
    post: {
      parameters: At<OfOrganization>;
      requestBody: { content: { 'multipart/form-data': { kind: string; file: Blob } } };
      responses: Answers<201, Import>;
    };
  };
  '/api/{site}/organizations/{organization}/imports/{import}': {
    get: Reads<OfOrganization | 'import', Import, Paging>;
  };
  '/api/{site}/organizations/{organization}/imports/{import}/confirm': {
    post: Writes<OfOrganization | 'import', { hash: string }, Answers<200, Import>>;
  };
}
