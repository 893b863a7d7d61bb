/** The servers that `npm test` has started, as the tests see them. */
export const databaseAdminUrl = (): string => given('DATABASE_ADMIN_URL');
/** host:port of the Temporal dev server. */
export const temporalAddress = (): string => given('TEMPORAL_ADDRESS');
/** The program to hand to `TestWorkflowEnvironment.createTimeSkipping` as `existing-path`. */
export const testServerPath = (): string => given('TEST_SERVER_PATH');
export const smtpUrl = (): string => given('SMTP_URL');
/** `GET /api/mails?to=`, `GET /api/mails/{id}`, `DELETE /api/mails`: several files share it, so ask by recipient. */
export const mailCatcherUrl = (): string => given('MAIL_CATCHER_URL');
export const qpdfPath = (): string => given('QPDF_PATH');
/** The code of the workflows, made once a run: `workflowBundle: { codePath: workflowBundlePath() }`. */
export const workflowBundlePath = (): string => given('WORKFLOW_BUNDLE');
/** The processes, built once a run: `api/main.js` and so on. */
export const builtFolder = (): string => given('BUILT');
/** The statements that make a database of the present schema, recorded once a run. */
export const schemaFile = (): string => given('TEST_SCHEMA');
/** Where the servers keep data and logs, for tests that look for what must not be there. */
export const testFolder = (): string => given('TEST_FOLDER');

/** The same server and account, another database. */
export function databaseUrlOf(name: string): string {
  return Object.assign(new URL(databaseAdminUrl()), { pathname: `/${name}` }).href;
}

function given(variable: string): string {
  const value = process.env[variable];
  if (value === undefined)
    throw new Error(`${variable} is not set: run the tests by npm test, which sets it`);
  return value;
}
