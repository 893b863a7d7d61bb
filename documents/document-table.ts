/** A table as an Excel workbook (IP-10): every text is a text, so that no cell calculates (check 55). */
import writeXlsxFile from 'write-excel-file/node';

export type TableValue = string | number | { readonly cents: number } | null;

/** One sheet, the header in bold; numbers are numbers. */
export async function workbookOf(
  header: readonly string[],
  rows: readonly (readonly TableValue[])[],
): Promise<Buffer> {
  const head = header.map((value) => ({ value, type: String, fontWeight: 'bold' as const }));
  const body = rows.map((row) =>
    row.map((value) => {
      if (value === null || value === '') return null;
      if (typeof value === 'object') return { value: value.cents / 100, type: Number, format: '0.00' };
      return typeof value === 'number' ? { value, type: Number } : { value, type: String };
    }),
  );
  return writeXlsxFile([head, ...body], { columns: header.map(() => ({ width: 22 })) }).toBuffer();
}
