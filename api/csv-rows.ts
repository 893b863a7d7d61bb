/** A file of comma-separated values on its way in: read as it comes, each row by the names of its columns. */
import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { Refused, refuseValue } from '../domain/verdict.ts';

export interface CsvFile {
  readonly rows: readonly Readonly<Record<string, string>>[];
  /** SHA-256 in hexadecimal of the bytes. */
  readonly fileHash: string;
}

export const mostCsvRows = 5_000;

/** Columns in any order, blanks around values taken away; what else the file has is not looked at. */
export async function readCsv(stream: Readable, columns: readonly string[]): Promise<CsvFile> {
  const hash = createHash('sha256');
  const parser = parse({
    bom: true,
    columns: (heading: string[]) => named(heading, columns),
    delimiter: [',', ';'],
    trim: true,
    skip_empty_lines: true,
    // What a row leaves out at its end is empty; what it has too much of belongs to no column.
    relax_column_count_less: true,
    max_record_size: 20_000,
  });
  // What goes wrong on the way ends the parser with it, and so the loop below.
  pipeline(decoded(stream, hash), parser, () => undefined);
  const rows: Record<string, string>[] = [];
  try {
    for await (const row of parser) {
      if (rows.length === mostCsvRows)
        throw new Refused(refuseValue('csv.too-many-rows', { most: mostCsvRows }));
      rows.push(row as Record<string, string>);
    }
  } catch (error) {
    if (isMalformed(error)) throw malformed(columns);
    throw error;
  }
  if (rows.length === 0) throw malformed(columns);
  return { rows, fileHash: hash.digest('hex') };
}

/** Only what is UTF-8: names in another encoding would be printed wrongly. */
async function* decoded(stream: Readable, hash: ReturnType<typeof createHash>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const chunk of stream) {
    hash.update(chunk as Buffer);
    yield decoder.decode(chunk as Buffer, { stream: true });
  }
  yield decoder.decode();
}

/** The first column of those asked for is needed; spelt in any case, with blanks, hyphens or underscores. */
function named(heading: readonly string[], columns: readonly string[]): string[] {
  const plain = (name: string) => name.toLowerCase().replaceAll(/[\s_-]/g, '');
  const names = heading.map((each) => columns.find((column) => plain(column) === plain(each)) ?? each);
  if (!names.includes(columns[0] ?? '')) throw malformed(columns);
  return names;
}

function isMalformed(error: unknown): boolean {
  if (error instanceof CsvError) return true;
  return (error as { code?: unknown }).code === 'ERR_ENCODING_INVALID_ENCODED_DATA';
}

function malformed(columns: readonly string[]): Refused {
  return new Refused(refuseValue('csv.malformed', { columns }));
}
