/** Refusals of a day: forwarding on it (WF-11) or keeping until it. */
import type { RefusalCatalogue } from './catalogue.ts';

const dayIsOver = {
  nl: 'Deze dag is voorbij',
  fr: 'Ce jour est passé',
  de: 'Dieser Tag ist vorbei',
  en: 'This day is over',
};

const beyondStorage = {
  title: {
    nl: 'Zo lang wordt dit poststuk niet bewaard',
    fr: 'Cet envoi n’est pas conservé aussi longtemps',
    de: 'So lange wird diese Sendung nicht aufbewahrt',
    en: 'This letter is not stored for that long',
  },
  detail: {
    nl: 'Kies een dag binnen de bewaartermijn. De laatste mogelijke dag is {latest:when}.',
    fr: 'Choisissez un jour dans la période de conservation. Le dernier jour possible est le {latest:when}.',
    de: 'Wählen Sie einen Tag innerhalb der Aufbewahrungszeit. Der letzte mögliche Tag ist {latest:when}.',
    en: 'Choose a day within the storage period. The last possible day is {latest:when}.',
  },
};

export const forwardingRefusals = {
  'forwarding.date-in-past': {
    title: dayIsOver,
    detail: {
      nl: 'Doorsturen kan alleen op een dag die nog komt. De eerste mogelijke dag is {earliest:when}.',
      fr: 'La réexpédition n’est possible qu’un jour à venir. Le premier jour possible est le {earliest:when}.',
      de: 'Nachsenden geht nur an einem Tag, der noch kommt. Der erste mögliche Tag ist {earliest:when}.',
      en: 'Forwarding is possible only on a day still to come. The first possible day is {earliest:when}.',
    },
  },
  'forwarding.cut-off-missed': {
    title: {
      nl: 'De verzending van vandaag is niet meer te halen',
      fr: 'L’expédition d’aujourd’hui n’est plus possible',
      de: 'Der heutige Versand ist nicht mehr zu erreichen',
      en: 'Today’s run can no longer be caught',
    },
    detail: {
      nl: 'De uiterste tijd van vandaag is voorbij. De volgende verzending is op {nextRun:when}.',
      fr: 'L’heure limite d’aujourd’hui est passée. La prochaine expédition est le {nextRun:when}.',
      de: 'Der heutige Annahmeschluss ist vorbei. Der nächste Versand ist am {nextRun:when}.',
      en: 'Today’s cut-off has passed. The next run is on {nextRun:when}.',
    },
  },
  'forwarding.beyond-storage': beyondStorage,
  'forwarding.no-address': {
    title: {
      nl: 'Er is geen doorstuuradres',
      fr: 'Il n’y a pas d’adresse de réexpédition',
      de: 'Es gibt keine Nachsendeadresse',
      en: 'There is no forwarding address',
    },
    detail: {
      nl: 'Vul bij de instellingen van de postbus eerst een doorstuuradres in.',
      fr: 'Indiquez d’abord une adresse de réexpédition dans les réglages de la boîte postale.',
      de: 'Tragen Sie in den Einstellungen des Postfachs zuerst eine Nachsendeadresse ein.',
      en: 'First enter a forwarding address in the settings of the postbox.',
    },
  },
  'keep.date-in-past': {
    title: dayIsOver,
    detail: {
      nl: 'Bewaren kan alleen tot een dag die nog komt. De eerste mogelijke dag is {earliest:when}.',
      fr: 'La conservation n’est possible que jusqu’à un jour à venir. Le premier jour possible est le {earliest:when}.',
      de: 'Aufbewahren geht nur bis zu einem Tag, der noch kommt. Der erste mögliche Tag ist {earliest:when}.',
      en: 'Keeping is possible only until a day still to come. The first possible day is {earliest:when}.',
    },
  },
  'keep.beyond-storage': beyondStorage,
} satisfies RefusalCatalogue;
