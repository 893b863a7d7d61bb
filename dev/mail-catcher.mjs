// A mail server for development and tests that delivers nothing: it keeps every mail on disk and shows it.
// Started with: <folder> <smtp port> <page port>
import { openMailbox } from './mail-catcher/mailbox.mjs';
import { createPages } from './mail-catcher/pages.mjs';
import { createSmtp } from './mail-catcher/smtp.mjs';

const HOST = '127.0.0.1';
const [folder, smtpPort, pagePort, host = HOST] = process.argv.slice(2);
const mailbox = openMailbox(folder);
createSmtp(mailbox).listen(Number(smtpPort), host);
createPages(mailbox).listen(Number(pagePort), host);
console.log(`Mails for ${host}:${smtpPort} are kept in ${folder} and shown at http://${host}:${pagePort}`);
