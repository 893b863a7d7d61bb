/** What a customer chose on the e-invoicing form of the issuer, in the issuer's words: the letter with his code names it (UP-12). */
import { column } from './alter.ts';

export const clientCodesFormChannel = column('client_codes', 'form_channel', 'VARCHAR(80) NULL');
