import type Koa from 'koa';
import type { Instant } from '../domain/calendar.ts';
import type { Language } from '../texts/languages.ts';
import type { Caller } from './caller.ts';
import type { AnyOperation } from './operation.ts';

/** What the middleware learns about a request on its way in. */
export interface ApiState {
  requestId: string;
  /** The API's stamp on the accepted request (decided.md, Time: received). */
  receivedAt: Instant;
  language: Language;
  clientAddress: string;
  operation?: AnyOperation;
  caller?: Caller;
}

export type ApiContext = Koa.ParameterizedContext<ApiState>;
export type ApiMiddleware = Koa.Middleware<ApiState>;
