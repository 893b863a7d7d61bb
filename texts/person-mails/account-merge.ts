/** Mails about two recipient accounts that become one (WF-37), each to one of the two main contacts. */
import type { Texts } from '../languages.ts';
import type { PersonMailTexts } from './facts.ts';

const whatMoves: Texts = {
  nl: 'Wat verhuist',
  fr: 'Ce qui est transféré',
  de: 'Was umzieht',
  en: 'What moves',
};
const whatMoved: Texts = {
  nl: 'Wat verhuisd is',
  fr: 'Ce qui a été transféré',
  de: 'Was umgezogen ist',
  en: 'What has moved',
};

export const mergeAskedSource: PersonMailTexts = {
  subject: {
    nl: 'Mag uw account worden samengevoegd met dat van {otherName}?',
    fr: 'Votre compte peut-il être fusionné avec celui de {otherName} ?',
    de: 'Darf Ihr Konto mit dem von {otherName} zusammengeführt werden?',
    en: 'May your account be joined with that of {otherName}?',
  },
  heading: {
    nl: 'Uw account sluit als u toestemt',
    fr: 'Votre compte sera fermé si vous consentez',
    de: 'Ihr Konto wird geschlossen, wenn Sie zustimmen',
    en: 'Your account closes if you consent',
  },
  lead: {
    nl: 'Er werd gevraagd uw account {companyName} samen te voegen met dat van {otherName}. Stemt u toe, dan verhuist alles wat u hier ontvangt, met uw codes en met wat u deelt, en uw account sluit. U blijft zien wat u nu ontvangt, als iemand met wie {keepsWith} deelt. Voortaan ziet en beheert {losesTo} dit, en u niet meer. Log in om toe te stemmen of te weigeren, {endsAt:until}. Zonder uw toestemming verandert er niets.',
    fr: 'Il a été demandé de fusionner votre compte {companyName} avec celui de {otherName}. Si vous consentez, tout ce que vous recevez ici est transféré, avec vos codes et vos partages, et votre compte est fermé. Vous continuerez à voir ce que vous recevez aujourd’hui, en tant que personne avec qui {keepsWith} partage. Désormais, {losesTo} le voit et le gère, et vous ne le voyez plus. Connectez-vous pour consentir ou refuser, {endsAt:until}. Sans votre consentement, rien ne change.',
    de: 'Es wurde darum gebeten, Ihr Konto {companyName} mit dem von {otherName} zusammenzuführen. Stimmen Sie zu, zieht alles um, was Sie hier erhalten, mit Ihren Codes und Freigaben, und Ihr Konto wird geschlossen. Sie sehen weiterhin, was Sie heute erhalten, als jemand, mit dem {keepsWith} teilt. Künftig sieht und verwaltet es {losesTo}, und Sie sehen es nicht mehr. Melden Sie sich an, um zuzustimmen oder abzulehnen, {endsAt:until}. Ohne Ihre Zustimmung ändert sich nichts.',
    en: 'Somebody asked for your account {companyName} to be joined with that of {otherName}. If you consent, everything that you receive here moves, with your codes and what you share, and your account closes. You go on seeing what you receive today, as somebody with whom {keepsWith} shares. From then on {losesTo} sees and manages it, and you no longer do. Log in to consent or refuse, {endsAt:until}. Without your consent nothing changes.',
  },
  linesHeading: whatMoves,
  footer: 'documents',
};

export const mergeAskedTarget: PersonMailTexts = {
  subject: {
    nl: 'Mag een ander account bij het uwe worden gevoegd?',
    fr: 'Un autre compte peut-il être joint au vôtre ?',
    de: 'Darf ein anderes Konto in Ihres übergehen?',
    en: 'May another account be joined to yours?',
  },
  heading: {
    nl: 'Uw account neemt een ander over als u toestemt',
    fr: 'Votre compte en reprend un autre si vous consentez',
    de: 'Ihr Konto übernimmt ein anderes, wenn Sie zustimmen',
    en: 'Your account takes another one over if you consent',
  },
  lead: {
    nl: 'Er werd gevraagd een ander account bij uw account {companyName} te voegen. Het is het account van {otherName}. Zodra het hoofdcontact van dat account toestemt, laten we {unseenBy} weten van wie het is en wat er zou verhuizen. Stemt u toe, dan ontvangt u voortaan ook die documenten; wie daar meekeek, ziet wat hij al zag en niet meer. Log in om toe te stemmen of te weigeren, {endsAt:until}. Zonder uw toestemming verandert er niets.',
    fr: 'Il a été demandé de joindre un autre compte à votre compte {companyName}. C’est le compte de {otherName}. Dès que le contact principal de ce compte consent, nous indiquons à {unseenBy} à qui il est et ce qui serait transféré. Si vous consentez, vous recevrez aussi ces documents ; ceux qui y avaient accès voient ce qu’ils voyaient déjà, et rien de plus. Connectez-vous pour consentir ou refuser, {endsAt:until}. Sans votre consentement, rien ne change.',
    de: 'Es wurde darum gebeten, ein anderes Konto in Ihr Konto {companyName} übergehen zu lassen. Es ist das Konto von {otherName}. Sobald der Hauptkontakt dieses Kontos zustimmt, teilen wir {unseenBy} mit, wessen Konto es ist und was umziehen würde. Stimmen Sie zu, erhalten Sie künftig auch diese Dokumente; wer dort mitlas, sieht, was er schon sah, und nicht mehr. Melden Sie sich an, um zuzustimmen oder abzulehnen, {endsAt:until}. Ohne Ihre Zustimmung ändert sich nichts.',
    en: 'Somebody asked for another account to be joined to your account {companyName}. It is the account of {otherName}. As soon as the main contact of that account consents, we tell {unseenBy} whose it is and what would move. If you consent, you receive those documents too; whoever was shared with there sees what he saw, and no more. Log in to consent or refuse, {endsAt:until}. Without your consent nothing changes.',
  },
  linesHeading: whatMoves,
  footer: 'documents',
};

export const mergeDoneSource: PersonMailTexts = {
  subject: {
    nl: 'Uw account is samengevoegd met dat van {otherName}',
    fr: 'Votre compte a été fusionné avec celui de {otherName}',
    de: 'Ihr Konto wurde mit dem von {otherName} zusammengeführt',
    en: 'Your account has been joined with that of {otherName}',
  },
  heading: {
    nl: 'Uw account {companyName} is gesloten',
    fr: 'Votre compte {companyName} est fermé',
    de: 'Ihr Konto {companyName} ist geschlossen',
    en: 'Your account {companyName} is closed',
  },
  lead: {
    nl: 'Wat u ontving, hangt nu aan het account van {otherName}. U blijft zien wat u nu ontvangt, als iemand met wie {keepsWith} deelt. Voortaan ziet en beheert {losesTo} dit, en u niet meer. Is dit niet wat u wilde, laat het ons dan weten {endsAt:until}: tot dan kunnen we het ongedaan maken.',
    fr: 'Ce que vous receviez dépend désormais du compte de {otherName}. Vous continuerez à voir ce que vous recevez aujourd’hui, en tant que personne avec qui {keepsWith} partage. Désormais, {losesTo} le voit et le gère, et vous ne le voyez plus. Si ce n’est pas ce que vous vouliez, dites-le-nous {endsAt:until} : jusque-là, nous pouvons l’annuler.',
    de: 'Was Sie erhielten, hängt jetzt am Konto von {otherName}. Sie sehen weiterhin, was Sie heute erhalten, als jemand, mit dem {keepsWith} teilt. Künftig sieht und verwaltet es {losesTo}, und Sie sehen es nicht mehr. Ist das nicht, was Sie wollten, sagen Sie es uns {endsAt:until}: So lange können wir es rückgängig machen.',
    en: 'What you received hangs on the account of {otherName} now. You go on seeing what you receive today, as somebody with whom {keepsWith} shares. From then on {losesTo} sees and manages it, and you no longer do. If this is not what you wanted, tell us {endsAt:until}: until then we can undo it.',
  },
  linesHeading: whatMoved,
  footer: 'documents',
};

export const mergeDoneTarget: PersonMailTexts = {
  subject: {
    nl: 'Het account van {otherName} hoort nu bij het uwe',
    fr: 'Le compte de {otherName} fait maintenant partie du vôtre',
    de: 'Das Konto von {otherName} gehört jetzt zu Ihrem',
    en: 'The account of {otherName} is part of yours now',
  },
  heading: {
    nl: 'U ontvangt meer documenten',
    fr: 'Vous recevez davantage de documents',
    de: 'Sie erhalten mehr Dokumente',
    en: 'You receive more documents',
  },
  lead: {
    nl: 'Uw account {companyName} ontvangt voortaan ook wat hieronder staat. Is dit niet wat u wilde, laat het ons dan weten {endsAt:until}: tot dan kunnen we het ongedaan maken.',
    fr: 'Votre compte {companyName} reçoit désormais aussi ce qui figure ci-dessous. Si ce n’est pas ce que vous vouliez, dites-le-nous {endsAt:until} : jusque-là, nous pouvons l’annuler.',
    de: 'Ihr Konto {companyName} erhält künftig auch, was unten steht. Ist das nicht, was Sie wollten, sagen Sie es uns {endsAt:until}: So lange können wir es rückgängig machen.',
    en: 'Your account {companyName} receives what is listed below too from now on. If this is not what you wanted, tell us {endsAt:until}: until then we can undo it.',
  },
  linesHeading: whatMoved,
  footer: 'documents',
};

export const mergeNotDone: PersonMailTexts = {
  subject: {
    nl: 'De accounts worden niet samengevoegd',
    fr: 'Les comptes ne sont pas fusionnés',
    de: 'Die Konten werden nicht zusammengeführt',
    en: 'The accounts are not joined',
  },
  heading: {
    nl: 'Er verandert niets',
    fr: 'Rien ne change',
    de: 'Es ändert sich nichts',
    en: 'Nothing changes',
  },
  lead: {
    nl: 'De vraag om uw account {companyName} met een ander samen te voegen, werd geweigerd of niet op tijd beantwoord. Uw account blijft zoals het is.',
    fr: 'La demande de fusion de votre compte {companyName} avec un autre a été refusée ou n’a pas reçu de réponse à temps. Votre compte reste tel quel.',
    de: 'Die Bitte, Ihr Konto {companyName} mit einem anderen zusammenzuführen, wurde abgelehnt oder nicht rechtzeitig beantwortet. Ihr Konto bleibt, wie es ist.',
    en: 'The request to join your account {companyName} with another one was refused or not answered in time. Your account stays as it is.',
  },
  linesHeading: { nl: 'Het ging om', fr: 'Il s’agissait de', de: 'Es ging um', en: 'It was about' },
  footer: 'documents',
};

export const mergeReverted: PersonMailTexts = {
  subject: {
    nl: 'De samenvoeging van uw account is ongedaan gemaakt',
    fr: 'La fusion de votre compte a été annulée',
    de: 'Die Zusammenführung Ihres Kontos wurde rückgängig gemacht',
    en: 'The joining of your account was undone',
  },
  heading: {
    nl: 'Twee accounts zoals voorheen',
    fr: 'Deux comptes comme avant',
    de: 'Zwei Konten wie zuvor',
    en: 'Two accounts as before',
  },
  lead: {
    nl: 'Uw account {companyName} en dat van {otherName} zijn weer twee accounts. Wat verhuisd was, is terug zoals het nu is; wat er sindsdien in uw account bijkwam, blijft daar.',
    fr: 'Votre compte {companyName} et celui de {otherName} sont à nouveau deux comptes. Ce qui avait été transféré est revenu dans son état actuel ; ce qui s’est ajouté depuis à votre compte y reste.',
    de: 'Ihr Konto {companyName} und das von {otherName} sind wieder zwei Konten. Was umgezogen war, ist zurück, so wie es jetzt steht; was seither in Ihr Konto kam, bleibt dort.',
    en: 'Your account {companyName} and that of {otherName} are two accounts again. What had moved is back as it stands now; what came into your account since stays there.',
  },
  linesHeading: whatMoved,
  footer: 'documents',
};
