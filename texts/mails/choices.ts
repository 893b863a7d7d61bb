/** What a customer can choose, as a mail explains it (PP-08). */
import type { DecisionKind } from '../../domain/mail-item.ts';
import type { Texts } from '../languages.ts';

export const choices: Readonly<Record<DecisionKind, Texts>> = {
  'forward-now': {
    nl: 'Nu doorsturen: het papier gaat met de eerstvolgende verzending naar uw doorstuuradres.',
    fr: 'Réexpédier maintenant : le papier part avec la prochaine expédition vers votre adresse de réexpédition.',
    de: 'Jetzt nachsenden: Das Papier geht mit dem nächsten Versand an Ihre Nachsendeadresse.',
    en: 'Forward now: the paper goes to your forwarding address with the next run.',
  },
  'forward-on-date': {
    nl: 'Doorsturen op een datum: het papier vertrekt op de dag die u kiest; tot dan wordt het bewaard.',
    fr: 'Réexpédier à une date : le papier part le jour que vous choisissez ; il est conservé jusque-là.',
    de: 'An einem Datum nachsenden: Das Papier geht an dem Tag ab, den Sie wählen; bis dahin wird es aufbewahrt.',
    en: 'Forward on a date: the paper leaves on the day you choose; until then it is stored.',
  },
  keep: {
    nl: 'Bewaren: het papier blijft bij ons tot de dag die u kiest, tegen het bewaartarief.',
    fr: 'Conserver : le papier reste chez nous jusqu’au jour que vous choisissez, au tarif de conservation.',
    de: 'Aufbewahren: Das Papier bleibt bis zu dem Tag, den Sie wählen, zum Aufbewahrungstarif bei uns.',
    en: 'Keep: the paper stays with us until the day you choose, at the storage tariff.',
  },
  'pick-up': {
    nl: 'Afhalen: het papier ligt op de locatie voor u klaar.',
    fr: 'Retirer sur place : le papier vous attend sur le site.',
    de: 'Abholen: Das Papier liegt am Standort für Sie bereit.',
    en: 'Pick up: the paper is ready for you at the site.',
  },
  destroy: {
    nl: 'Vernietigen: het papier wordt vernietigd; de scan houdt u.',
    fr: 'Détruire : le papier est détruit ; vous gardez la numérisation.',
    de: 'Vernichten: Das Papier wird vernichtet; den Scan behalten Sie.',
    en: 'Destroy: the paper is destroyed; you keep the scan.',
  },
};
