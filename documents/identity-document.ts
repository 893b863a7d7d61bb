/** What may come as a picture of an identity document, told by its content (WF-19; quality checks 67 and 68). */
import { checkPdf } from './check-pdf.ts';
import { checkPicture } from './check-picture.ts';
import type { ScratchFile } from './scratch.ts';

/** Both sides, on pages of their own or on one. */
const mostPages = 4;
const pdfLimits = { seconds: 10, megabytes: 256, pages: mostPages };

export type IdentityDocumentVerdict =
  | { readonly ok: true; readonly mediaType: string }
  | {
      readonly ok: false;
      readonly reason:
        'identity-document.wrong-type' | 'identity-document.damaged' | 'identity-document.too-large';
    };

export async function checkIdentityDocument(
  { path }: ScratchFile,
  qpdfPath: string,
): Promise<IdentityDocumentVerdict> {
  const picture = await checkPicture(path);
  if (picture.ok) return picture;
  if (picture.reason === 'damaged') return { ok: false, reason: 'identity-document.damaged' };
  if (picture.reason === 'too-many-pixels') return { ok: false, reason: 'identity-document.too-large' };
  const pdf = await checkPdf({ path, qpdfPath, limits: pdfLimits });
  if (pdf.ok) return { ok: true, mediaType: 'application/pdf' };
  if (pdf.reason === 'scan.not-a-pdf') return { ok: false, reason: 'identity-document.wrong-type' };
  const isTooLarge = ['scan.too-many-pages', 'scan.too-costly', 'scan.check-timed-out'].includes(pdf.reason);
  return { ok: false, reason: isTooLarge ? 'identity-document.too-large' : 'identity-document.damaged' };
}
