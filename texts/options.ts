/** Why an option stands there and cannot be chosen, said to who grants rights (UM-15, PI-06). */
import type { OptionReason } from '../domain/option.ts';
import type { Language, Texts } from './languages.ts';
import { sayFirst } from './languages.ts';

const options: Readonly<Record<OptionReason, Texts>> = {
  'option.not-yours': {
    nl: 'U hebt dit recht zelf niet, dus u kunt het niet toekennen.',
    fr: 'Vous n’avez pas ce droit vous-même, vous ne pouvez donc pas l’accorder.',
    de: 'Sie haben dieses Recht selbst nicht und können es daher nicht erteilen.',
    en: 'You do not have this right yourself, so you cannot grant it.',
  },
  'option.not-applicable': {
    nl: 'Dit is niet van toepassing op dit profiel.',
    fr: 'Ceci ne s’applique pas à ce profil.',
    de: 'Das ist auf dieses Profil nicht anwendbar.',
    en: 'This does not apply to this profile.',
  },
  'option.not-allowed': {
    nl: 'Dit is niet toegestaan voor dit profiel.',
    fr: 'Ceci n’est pas autorisé pour ce profil.',
    de: 'Das ist für dieses Profil nicht erlaubt.',
    en: 'This is not allowed for this profile.',
  },
  'option.ask-operator': {
    nl: 'Uw bedrijf heeft dit niet. Vraag het aan bij de operator.',
    fr: 'Votre entreprise n’en dispose pas. Demandez-le à l’opérateur.',
    de: 'Ihr Unternehmen hat das nicht. Fragen Sie den Betreiber danach.',
    en: 'Your company does not have this. Ask the operator for it.',
  },
  'option.not-for-holder': {
    nl: 'Dit is niet voor wie u het zou toekennen.',
    fr: 'Ceci n’est pas destiné à la personne ou au routeur que vous avez choisi.',
    de: 'Das ist nicht für den bestimmt, dem Sie es erteilen würden.',
    en: 'This is not for the kind of holder you would grant it to.',
  },
  'option.by-profile': {
    nl: 'Dit hoort bij het profiel van beheerder en wordt niet apart toegekend.',
    fr: 'Ceci va de pair avec le profil d’administrateur et ne s’accorde pas séparément.',
    de: 'Das gehört zum Profil des Administrators und wird nicht einzeln erteilt.',
    en: 'This comes with the profile of administrator and is not granted by itself.',
  },
};

/** The same to who looks at his own rights: not what he can give counts, but from whom it could come. */
const ownOptions: Partial<Readonly<Record<OptionReason, Texts>>> = {
  'option.not-yours': {
    nl: 'U hebt dit recht niet. Uw bedrijf heeft het wel: u kunt het aan uw beheerders vragen.',
    fr: 'Vous n’avez pas ce droit. Votre entreprise en dispose : vous pouvez le demander à vos administrateurs.',
    de: 'Sie haben dieses Recht nicht. Ihr Unternehmen verfügt darüber: Sie können Ihre Administratoren darum bitten.',
    en: 'You do not have this right. Your company has it: you can ask your administrators for it.',
  },
  'option.not-for-holder': {
    nl: 'Dit is niet voor u bestemd.',
    fr: 'Ceci ne vous est pas destiné.',
    de: 'Das ist nicht für Sie bestimmt.',
    en: 'This is not meant for you.',
  },
};

/** The reason in that language, as who grants rights reads it, or who looks at his own. */
export function optionText(reason: OptionReason, language: Language, isOwn = false): string {
  return sayFirst((isOwn ? ownOptions[reason] : undefined) ?? options[reason], language);
}
