import { randomBytes } from 'node:crypto';
import { createServer } from 'node:net';
import { ApplicationFailure, defaultPayloadConverter } from '@temporalio/common';
import type { Payload } from '@temporalio/common';
import {
  decodeArrayFromPayloads,
  decodeOptionalFailureToOptionalError,
  encodeErrorToFailure,
  encodeToPayloads,
  loadDataConverter,
} from '@temporalio/common/lib/internal-non-workflow/index.js';
import fc from 'fast-check';
import { answerCodec } from '../../platform/codec-endpoint.ts';
import type { KeyRing } from '../../platform/key-ring.ts';
import { createPayloadCodec } from '../../platform/payload-codec.ts';
import { connectTemporal, createDataConverter } from '../../platform/temporal.ts';

const p1 = { id: 'p1', key: randomBytes(32) };
const p2 = { id: 'p2', key: randomBytes(32) };
const loaded = (...keys: [KeyRing[number], ...KeyRing[number][]]) =>
  loadDataConverter(createDataConverter(keys));

/** Everything that would lie in Temporal's store, as text; JSON turns a Buffer into numbers before it asks. */
const storedText = (stored: unknown) =>
  JSON.stringify(stored, (_name, value: unknown) => {
    if (value instanceof Uint8Array) return Buffer.from(value).toString('latin1');
    if (typeof value !== 'object' || value === null || !('type' in value) || value.type !== 'Buffer')
      return value;
    return Buffer.from((value as unknown as { data: number[] }).data).toString('latin1');
  });

test('the text of what is stored shows what is in clear', () => {
  const plain = [defaultPayloadConverter.toPayload('Jan'), { data: Buffer.from('Peeters') }];
  expect(storedText(plain)).toMatch(/Jan.*Peeters/);
});

test('values come back as they were, and nothing of them is stored in clear', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.jsonValue(), { minLength: 1 }), async (values) => {
      const payloads = await encodeToPayloads(
        loaded(p1),
        ...values,
        'Jan Peeters',
        undefined,
        randomBytes(3),
      );
      expect(storedText(payloads)).not.toMatch(/Peeters|json/);
      const decoded = await decodeArrayFromPayloads(loaded(p1), payloads);
      expect(JSON.stringify(decoded.slice(0, -2))).toBe(JSON.stringify([...values, 'Jan Peeters']));
    }),
  );
});

test('failures are sealed: message, stack, details, causes', async () => {
  const cause = new Error('Kerkstraat 12 is unknown');
  const failure = ApplicationFailure.create({
    message: 'Jan Peeters has moved',
    type: 'forwarding.address-unknown',
    nonRetryable: true,
    details: [{ street: 'Kerkstraat 12' }],
    cause,
  });
  const stored = await encodeErrorToFailure(loaded(p1), failure);
  expect(storedText(stored)).not.toMatch(/Peeters|Kerkstraat|temporal\.test/);
  expect(storedText(stored)).toContain('forwarding.address-unknown');

  const error = (await decodeOptionalFailureToOptionalError(loaded(p2, p1), stored)) as ApplicationFailure;
  expect(error.message).toBe('Jan Peeters has moved');
  expect(error.details).toEqual([{ street: 'Kerkstraat 12' }]);
  expect(error.cause?.message).toBe('Kerkstraat 12 is unknown');
  expect(error.stack).toContain('temporal.test');
});

describe('the codec', () => {
  const codec = createPayloadCodec([p1]);
  const plain = [defaultPayloadConverter.toPayload({ letter: 7 })] as Payload[];

  test('after a rotation old payloads open and new ones carry the new key', async () => {
    const old = await codec.encode(plain);
    const rotated = createPayloadCodec([p2, p1]);
    expect(defaultPayloadConverter.fromPayload((await rotated.decode(old))[0] as Payload)).toEqual({
      letter: 7,
    });
    const recent = await rotated.encode(plain);
    await expect(codec.decode(recent)).rejects.toMatchObject({ name: 'VaultError', reason: 'key-unknown' });
    expect(storedText(recent)).toContain('p2');
  });

  test('another key under the same id, or a changed byte, does not open', async () => {
    const [sealed] = (await codec.encode(plain)) as [Payload];
    const strange = createPayloadCodec([{ id: 'p1', key: randomBytes(32) }]);
    await expect(strange.decode([sealed])).rejects.toMatchObject({ reason: 'does-not-open' });
    const data = Buffer.from(sealed.data ?? []);
    for (let place = 0; place < data.length; place++) {
      const changed = Buffer.from(data);
      changed.writeUInt8(changed.readUInt8(place) ^ 1, place);
      await expect(codec.decode([{ ...sealed, data: changed }])).rejects.toMatchObject({
        reason: 'does-not-open',
      });
    }
    await expect(codec.decode([{ metadata: sealed.metadata ?? {} }])).rejects.toMatchObject({
      reason: 'does-not-open',
    });
  });

  test('what was never sealed passes', async () => {
    expect(await codec.decode(plain)).toEqual(plain);
  });
});

describe('the codec endpoint', () => {
  const codec = createPayloadCodec([p1]);
  const json = {
    metadata: { encoding: Buffer.from('json/plain').toString('base64') },
    data: Buffer.from('"x"').toString('base64'),
  };

  test('decodes what it encodes, in the form of the Temporal UI', async () => {
    const sealed = await answerCodec('encode', { payloads: [json] }, codec);
    expect(sealed.payloads[0]?.metadata?.['encoding']).toBe(
      Buffer.from('binary/encrypted').toString('base64'),
    );
    expect(JSON.stringify(sealed)).not.toContain(json.data);
    expect(await answerCodec('decode', JSON.parse(JSON.stringify(sealed)), codec)).toEqual({
      payloads: [json],
    });
  });

  // The CLI asks with `{}`: so it seals the arguments of a query that has none, as `temporal workflow metadata` does.
  test('passes what was never sealed and answers nothing with nothing', async () => {
    expect(await answerCodec('encode', {}, codec)).toEqual({ payloads: [] });
    expect(await answerCodec('decode', { payloads: [json] }, codec)).toEqual({ payloads: [json] });
    expect(await answerCodec('decode', { payloads: [] }, codec)).toEqual({ payloads: [] });
  });

  test.each([
    null,
    [],
    'x',
    { payload: [] },
    { payloads: {} },
    { payloads: [7] },
    { payloads: [{ data: 'no base64!' }] },
    { payloads: [{ metadata: { a: 1 } }] },
  ])('refuses %j', async (body) => {
    await expect(answerCodec('decode', body, codec)).rejects.toMatchObject({
      name: 'CodecRequestError',
      reason: 'not-payloads',
    });
  });

  test('names what does not open', async () => {
    const sealed = await answerCodec('encode', { payloads: [json] }, createPayloadCodec([p2]));
    await expect(answerCodec('decode', sealed, codec)).rejects.toMatchObject({ reason: 'does-not-open' });
  });
});

test('a client is made while Temporal is away; a call fails in its time and closing works', async () => {
  const silent = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => silent.once('listening', resolve));
  const { port } = silent.address() as { port: number };
  silent.close();
  const temporal = connectTemporal({
    temporal: { address: `127.0.0.1:${port}`, namespace: 'default', tls: false },
    payloadKeys: [p1],
  });
  expect(await temporal.isReachable()).toBe(false);
  const start = () => temporal.client.workflow.start('x', { taskQueue: 'x', workflowId: 'x' });
  await expect(temporal.connection.withDeadline(Date.now() + 300, start)).rejects.toThrow();
  await temporal.close();
});
