import { SMTPServer } from 'smtp-server';

const LARGEST_MAIL = 25 * 1024 * 1024;

/** Takes any mail from anybody: it listens on this machine only and delivers nothing. */
export function createSmtp(mailbox) {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    banner: 'Mailroom mail catcher',
    size: LARGEST_MAIL,
    onData(stream, session, done) {
      const chunks = [];
      stream.on('data', (chunk) => chunks.push(chunk));
      stream.on('end', () => {
        if (stream.sizeExceeded)
          return done(Object.assign(new Error('The mail is too large'), { responseCode: 552 }));
        const { mailFrom, rcptTo } = session.envelope;
        mailbox
          .keep({
            from: mailFrom ? mailFrom.address : '',
            to: rcptTo.map((one) => one.address),
            raw: Buffer.concat(chunks),
          })
          .then(({ id }) => done(null, `kept as ${id}`), done);
      });
    },
  });
  // A client that breaks off is no reason to stop listening.
  server.on('error', (error) => {
    if (error.syscall === 'listen') throw error;
    console.error(`smtp: ${error.message}`);
  });
  return server;
}
