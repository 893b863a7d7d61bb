import { Connection } from '@temporalio/client';
import supertest from 'supertest';
import { mailCatcherUrl, temporalAddress } from '../support/servers.ts';

describe('the Temporal dev server', () => {
  let connection: Connection;
  beforeAll(async () => {
    connection = await Connection.connect({ address: temporalAddress() });
  });
  afterAll(() => connection.close());

  it('keeps closed lives for 90 days', async () => {
    const { config } = await connection.workflowService.describeNamespace({ namespace: 'default' });
    expect(Number(config?.workflowExecutionRetentionTtl?.seconds)).toBe(90 * 24 * 3600);
  });

  it('knows the search attributes of every life', async () => {
    const { customAttributes } = await connection.operatorService.listSearchAttributes({
      namespace: 'default',
    });
    const [KEYWORD, DATETIME] = [2, 6];
    expect(customAttributes).toMatchObject({
      Brand: KEYWORD,
      Company: KEYWORD,
      Stage: KEYWORD,
      DueAt: DATETIME,
    });
  });
});

describe('the mail catcher of the tests', () => {
  it('has a page for people', async () => {
    await supertest(mailCatcherUrl())
      .get('/')
      .expect(200)
      .expect('content-type', /^text\/html/);
  });
});
