import { live } from './health/live.ts';
import { ready } from './health/ready.ts';
import type { AnyOperation } from './operation.ts';
import { logIn } from './sessions/log-in.ts';
import { logOut } from './sessions/log-out.ts';
import { whoAmI } from './sessions/who-am-i.ts';

/** Every operation of the API: what is not listed here is not served. */
export const operations: readonly AnyOperation[] = [live, ready, logIn, logOut, whoAmI];
