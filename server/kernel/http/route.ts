import type { z } from 'zod';
import type { App, SessionTokens, Site } from '../app.ts';
import type { Tx } from '../database.ts';
import type { NewEvent } from '../events.ts';
import type { OwedStep } from '../../../domain/accounts/owed.ts';
import type { Permission } from '../../../domain/accounts/permissions.ts';
import type { Language } from '../../../domain/site/languages.ts';
import type { Scope, Session } from '../session.ts';
import type { Problem } from './problem.ts';

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** Names the browser, whoever uses it; drafts and login counters hang on it. `agent` is what it says of itself. */
export type Browser = { id: string; known: boolean; agent: string | null };

export type Reply<R> =
  | { status: 200 | 201 | 202; body: R; headers?: Record<string, string> }
  | { status: 204; headers?: Record<string, string> };

export type Outcome<R> = {
  reply: Reply<R> | Problem;
  events?: readonly NewEvent[];
  /** What goes on beside the change and has to be done before it is committed; where it fails, nothing was changed. */
  beforeCommit?: Promise<void>;
};

/** What a sender without a session says of itself: headers of the Standard Webhooks convention, an absent one empty, and the body as it came. */
export type Signed = { id: string; timestamp: string; signature: string; bytes: Uint8Array };

/** Everything a handler may know of its request. Nothing else is read from it. */
export type Call<P, Q, B, R> = {
  app: App;
  site: Site;
  params: P;
  query: Q;
  body: B;
  session: Session | null;
  /** What the caller came with, so that what goes on for long can ask again whether it still may. */
  tokens: SessionTokens | null;
  browser: Browser;
  language: Language;
  now: Date;
  requestId: string;
  /** Where the request came from, as the connection says. */
  address: string;
  /** The header with which a device says who it is; people come with a session. */
  authorization: string | null;
  /** How the sender signed the body, and the bytes that were signed; null unless the route is `signed`. */
  signed: Signed | null;
  /** The version that the caller has seen of what is changed; empty unless the route is `versioned`. */
  seenVersion: string;
  /** One transaction: what `work` changes, the events it returns and, for creating routes, the answer for twins. */
  change: (work: (tx: Tx) => Promise<Outcome<R>>) => Promise<Reply<R> | Problem>;
  setCookie: (name: string, value: string, maxAgeSeconds: number) => void;
  readCookie: (name: string) => string | undefined;
  /** Breaks the connection in the middle of a streamed answer, so that nobody takes what came for whole. */
  cut: () => void;
};

export type SessionCall<P, Q, B, R> = Call<P, Q, B, R> & { session: Session; scope: Scope };

/**
 * Who may call a route. `public`: anybody; `session`: who is logged in; a permission: who is logged in, holds it, and
 * belongs to the organization in the path.
 */
export type Access = 'public' | 'session' | Permission;

export type RouteShape = {
  operationId: string;
  method: Method;
  path: string;
  summary: string;
  access: Access;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  /** The body is one file with fields beside it (multipart/form-data) of at most so many bytes. */
  upload?: { bytesMax: number };
  response: z.ZodType | null;
  status: 200 | 201 | 204 | 303;
  contentType?: string;
  problems: readonly string[];
  /** Creates something: needs an Idempotency-Key, and a twin gets the first one's answer. */
  idempotent?: boolean;
  /** Changes something that others may change too: needs an If-Match with the version that was seen. */
  versioned?: boolean;
  /**
   * While a maintenance window runs only operators get through. `open` serves everybody all the same (what devices send,
   * what the page itself needs); `entry` serves those who are not logged in, so that operators can.
   */
  duringMaintenance?: 'open' | 'entry';
  /**
   * Which owed steps a session may still owe when it calls this. Without it a closed route answers `platform/step-owed`,
   * and to a public one somebody who owes anything is a stranger.
   */
  whileOwing?: 'anything' | readonly OwedStep[];
  /** Serves a browser that has not heard yet that acting on behalf is over; any other closed route answers `platform/acting-ended`. */
  afterActing?: boolean;
  /** With access `session`: serves programs with an API key too, and asks itself for what the key must be good for. */
  openToKeys?: true;
  /** Who sends it has no session and signs the body; the handler judges that before it does anything. */
  signed?: true;
  /** At most so many calls a minute from one address. */
  perMinute?: number;
};

export type Route = RouteShape & {
  handle(call: SessionCall<never, never, never, unknown>): Promise<Reply<unknown> | Problem | Response>;
};

type InferOr<T, Otherwise> = T extends z.ZodType ? z.infer<T> : Otherwise;

type CallOf<A, P, Q, B, R> = A extends 'public'
  ? Call<InferOr<P, unknown>, InferOr<Q, unknown>, InferOr<B, unknown>, InferOr<R, never>>
  : SessionCall<InferOr<P, unknown>, InferOr<Q, unknown>, InferOr<B, unknown>, InferOr<R, never>>;

type Typed<A, P, Q, B, R> = Omit<RouteShape, 'access' | 'params' | 'query' | 'body' | 'response'> & {
  access: A;
  params?: P;
  query?: Q;
  body?: B;
  response: R;
  handle(call: CallOf<A, P, Q, B, R>): Promise<Reply<InferOr<R, never>> | Problem | Response>;
};

/** Declares a route; its schemas make validation, types and the OpenAPI document. */
export function route<
  const A extends Access,
  R extends z.ZodType | null,
  P extends z.ZodObject | undefined = undefined,
  Q extends z.ZodObject | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
>(declared: Typed<A, P, Q, B, R>): Route {
  return declared as unknown as Route;
}
