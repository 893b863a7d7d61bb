/** A form of two parts as it streams in: JSON first, then one file. What is decided by the JSON spares the file. */
import type { Readable } from 'node:stream';
import { Busboy } from '@fastify/busboy';
import type { BusboyInstance } from '@fastify/busboy';
import { givenJson } from '../given-json.ts';
import type { FormSpec } from '../operation.ts';
import { HttpRefusal } from '../refusal.ts';
import type { FieldFault } from '../refusal.ts';
import { unknownFields } from '../validation.ts';

export interface Form {
  /** The first part, parsed; nothing of the file has been read beyond a buffer when it is there. */
  json(): Promise<unknown>;
  /** The second part; it ends in a refusal when the form is cut off or goes wrong. Read it to its end. */
  file(): Promise<Readable>;
  /** Resolves when the form has come to its proper end and nothing followed the file. */
  end(): Promise<void>;
}

const limits = { fieldNameSize: 100, fieldSize: 20_000, headerPairs: 20, headerSize: 8_192, parts: 10 };

/** Reads the form; every way of being wrong is one refusal, told by whichever of the three is waited for. */
export function readForm(source: Readable, contentType: string, { json, file }: FormSpec): Form {
  const parser = parserOf(contentType, file.name);
  const first = promised<unknown>();
  const second = promised<Readable>();
  const end = promised<undefined>();
  let upload: Readable | undefined;

  const fail = (refusal: Error) => {
    source.unpipe(parser);
    upload?.destroy(refusal);
    for (const each of [first, second, end]) each.reject(refusal);
  };
  parser.on('field', (name: string | undefined, value, _isNameCut, isValueCut) => {
    if (name === undefined) fail(malformed());
    else if (name !== json.name) fail(unknownFields('body', [[name]]));
    else if (first.isSettled()) fail(atFault(name, 'field.given-twice'));
    else if (isValueCut)
      fail(new HttpRefusal(413, 'request.too-large', { details: { maxBytes: limits.fieldSize } }));
    else settle(first, () => givenJson(value), fail);
  });
  parser.on('file', (name, stream) => {
    stream.on('error', () => undefined); // told to its reader
    if (!first.isSettled()) fail(new HttpRefusal(422, 'request.form-order'));
    else if (upload !== undefined) fail(atFault(name, 'field.given-twice'));
    else second.resolve((upload = stream));
  });
  parser.once('partsLimit', () => fail(malformed()));
  parser.once('finish', () => {
    if (!first.isSettled()) fail(atFault(json.name, 'field.missing'));
    else if (upload === undefined) fail(atFault(file.name, 'field.missing'));
    else end.resolve(undefined);
  });
  parser.on('error', () => fail(new HttpRefusal(400, 'request.cut-off')));
  source.once('error', fail);
  source.pipe(parser);
  return { json: () => first.promise, file: () => second.promise, end: () => end.promise };
}

/** Which part is the file is said by its name: a client may give the JSON a file name too. */
function parserOf(contentType: string, fileName: string): BusboyInstance {
  try {
    return new Busboy({
      headers: { 'content-type': contentType },
      limits,
      isPartAFile: (name) => name === fileName,
    });
  } catch {
    throw malformed();
  }
}

function malformed(): HttpRefusal {
  return new HttpRefusal(400, 'request.malformed-form');
}

function atFault(name: string, reason: string): HttpRefusal {
  const fault: FieldFault = { in: 'body', field: `/${name}`, reason, accepted: {} };
  return new HttpRefusal(422, 'request.invalid', { faults: [fault] });
}

interface Promised<T> {
  readonly promise: Promise<T>;
  isSettled(): boolean;
  resolve(value: T): void;
  reject(error: Error): void;
}

/** A promise settled from outside; nobody needs to wait for it. */
function promised<T>(): Promised<T> {
  let isSettled = false;
  let accept: (value: T) => void = () => undefined;
  let refuse: (error: Error) => void = () => undefined;
  const promise = new Promise<T>((resolve, reject) => {
    accept = resolve;
    refuse = reject;
  });
  promise.catch(() => undefined);
  return {
    promise,
    isSettled: () => isSettled,
    resolve: (value) => {
      isSettled = true;
      accept(value);
    },
    reject: (error) => {
      isSettled = true;
      refuse(error);
    },
  };
}

function settle<T>(one: Promised<T>, make: () => T, fail: (error: Error) => void): void {
  try {
    one.resolve(make());
  } catch (error) {
    fail(error as Error);
  }
}
