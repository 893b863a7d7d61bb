/** What will happen to an invoice or a credit note by itself, said to who may ask. */
import type { DocumentActKind } from '../domain/document-plan.ts';
import type { Kept } from '../domain/retention.ts';
import type { Language, Texts } from './languages.ts';
import { sayFirst } from './languages.ts';

const acts: Readonly<Record<DocumentActKind, Texts>> = {
  publish: {
    nl: 'Het document wordt zichtbaar',
    fr: 'Le document devient visible',
    de: 'Das Dokument wird sichtbar',
    en: 'The document becomes visible',
  },
  hide: {
    nl: 'Het document wordt niet meer getoond; bewaar eerst een kopie als u er een nodig hebt',
    fr: 'Le document n’est plus affiché ; gardez-en d’abord une copie si vous en avez besoin',
    de: 'Das Dokument wird nicht mehr angezeigt; sichern Sie vorher eine Kopie, wenn Sie eine brauchen',
    en: 'The document is no longer displayed; keep a copy before if you need one',
  },
  warn: {
    nl: 'Wie het document ziet, wordt gewaarschuwd dat het vernietigd zal worden',
    fr: 'Ceux qui voient le document sont avertis de sa destruction prochaine',
    de: 'Wer das Dokument sieht, wird vor seiner Vernichtung gewarnt',
    en: 'Whoever sees the document is warned that it will be destroyed',
  },
  destroy: {
    nl: 'Het document wordt vernietigd',
    fr: 'Le document est détruit',
    de: 'Das Dokument wird vernichtet',
    en: 'The document is destroyed',
  },
};

const keeping: Readonly<Record<Kept, Texts>> = {
  held: {
    nl: 'Het wordt op last van onze medewerkers bewaard en niet vernietigd',
    fr: 'Il est conservé sur instruction de nos collaborateurs et n’est pas détruit',
    de: 'Es wird auf Anordnung unserer Mitarbeiter aufbewahrt und nicht vernichtet',
    en: 'It is kept by order of our staff and not destroyed',
  },
  received: {
    nl: 'Het wordt bewaard zolang een account deze documenten elektronisch ontvangt',
    fr: 'Il est conservé tant qu’un compte reçoit ces documents par voie électronique',
    de: 'Es wird aufbewahrt, solange ein Konto diese Dokumente elektronisch empfängt',
    en: 'It is kept as long as an account receives these documents electronically',
  },
};

export function documentActText(kind: DocumentActKind, language: Language): string {
  return sayFirst(acts[kind], language);
}

export function keptText(kept: Kept, language: Language): string {
  return sayFirst(keeping[kept], language);
}
