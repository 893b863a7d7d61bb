/** Why a new password is not accepted; each says what would be. */
import type { RefusalCatalogue } from './catalogue.ts';

export const passwordRefusals = {
  'password.too-short': {
    title: {
      nl: 'Het wachtwoord is te kort',
      fr: 'Le mot de passe est trop court',
      de: 'Das Passwort ist zu kurz',
      en: 'The password is too short',
    },
    detail: {
      nl: 'Kies minstens {minLength} tekens. Een zin van enkele woorden is het makkelijkst te onthouden.',
      fr: 'Choisissez au moins {minLength} caractères. Une phrase de quelques mots se retient le mieux.',
      de: 'Wählen Sie mindestens {minLength} Zeichen. Ein Satz aus einigen Wörtern lässt sich am besten merken.',
      en: 'Choose at least {minLength} characters. A phrase of a few words is the easiest to remember.',
    },
  },
  'password.too-long': {
    title: {
      nl: 'Het wachtwoord is te lang',
      fr: 'Le mot de passe est trop long',
      de: 'Das Passwort ist zu lang',
      en: 'The password is too long',
    },
    detail: {
      nl: 'Kies hoogstens {maxLength} tekens.',
      fr: 'Choisissez au plus {maxLength} caractères.',
      de: 'Wählen Sie höchstens {maxLength} Zeichen.',
      en: 'Choose at most {maxLength} characters.',
    },
  },
  'password.needs-both-cases': {
    title: {
      nl: 'Het wachtwoord mist een soort letter',
      fr: 'Il manque un type de lettre au mot de passe',
      de: 'Dem Passwort fehlt eine Art von Buchstaben',
      en: 'The password lacks a kind of letter',
    },
    detail: {
      nl: 'Gebruik minstens één kleine letter en één hoofdletter.',
      fr: 'Utilisez au moins une minuscule et une majuscule.',
      de: 'Verwenden Sie mindestens einen Klein- und einen Großbuchstaben.',
      en: 'Use at least one lower-case and one upper-case letter.',
    },
  },
  'password.common': {
    title: {
      nl: 'Dit wachtwoord is te bekend',
      fr: 'Ce mot de passe est trop connu',
      de: 'Dieses Passwort ist zu bekannt',
      en: 'This password is too well known',
    },
    detail: {
      nl: 'Het staat op een lijst van wachtwoorden die als eerste worden geraden. Kies een ander.',
      fr: 'Il figure sur une liste de mots de passe essayés en premier. Choisissez-en un autre.',
      de: 'Es steht auf einer Liste von Passwörtern, die zuerst geraten werden. Wählen Sie ein anderes.',
      en: 'It is on a list of passwords that are guessed first. Choose another one.',
    },
  },
  'password.names-somebody': {
    title: {
      nl: 'Het wachtwoord is te raden uit namen',
      fr: 'Le mot de passe se devine à partir de noms',
      de: 'Das Passwort lässt sich aus Namen erraten',
      en: 'The password can be guessed from names',
    },
    detail: {
      nl: 'Het bestaat vooral uit uw naam, die van uw bedrijf of die van deze dienst. Kies er een met meer eigen tekens.',
      fr: 'Il se compose surtout de votre nom, de celui de votre entreprise ou de ce service. Choisissez-en un avec plus de caractères à vous.',
      de: 'Es besteht vor allem aus Ihrem Namen, dem Ihres Unternehmens oder dem dieses Dienstes. Wählen Sie eines mit mehr eigenen Zeichen.',
      en: 'It is made mostly of your name, that of your company or of this service. Choose one with more characters of its own.',
    },
  },
  'password.current-wrong': {
    title: {
      nl: 'Het huidige wachtwoord klopt niet',
      fr: 'Le mot de passe actuel est incorrect',
      de: 'Das aktuelle Passwort stimmt nicht',
      en: 'The current password is not right',
    },
    detail: {
      nl: 'Geef het wachtwoord in waarmee u zich nu aanmeldt. Bent u het vergeten, vraag dan een link om een nieuw te kiezen.',
      fr: 'Saisissez le mot de passe avec lequel vous vous connectez. Si vous l’avez oublié, demandez un lien pour en choisir un nouveau.',
      de: 'Geben Sie das Passwort ein, mit dem Sie sich jetzt anmelden. Haben Sie es vergessen, fordern Sie einen Link an, um ein neues zu wählen.',
      en: 'Enter the password with which you log in now. If you forgot it, ask for a link to choose a new one.',
    },
  },
  'password.unchanged': {
    title: {
      nl: 'Dit is het huidige wachtwoord',
      fr: 'C’est le mot de passe actuel',
      de: 'Das ist das aktuelle Passwort',
      en: 'This is the current password',
    },
    detail: {
      nl: 'Kies een ander wachtwoord dan het huidige.',
      fr: 'Choisissez un autre mot de passe que l’actuel.',
      de: 'Wählen Sie ein anderes Passwort als das aktuelle.',
      en: 'Choose a password other than the current one.',
    },
  },
} satisfies RefusalCatalogue;
