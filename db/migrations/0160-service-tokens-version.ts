/** Counts up with every change of a token's networks, so that nobody overwrites what he has not seen. */
import { column } from './alter.ts';

export const serviceTokensVersion = column('service_tokens', 'version', 'INT NOT NULL DEFAULT 1');
