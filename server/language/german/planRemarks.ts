import type { Catalog } from '../catalog.ts';

/** What the plan says of properties, and what speaks for one of the package. A property is an „Eigenschaft“, a dialog a „Dialogfeld“. */
export const planRemarks: Catalog = {
  'Set by configuration.': 'Durch die Konfiguration festgelegt.',
  'Settled by configuration.': 'Durch die Konfiguration geklärt.',
  'So the plan has it.': 'So steht sie im Plan.',
  'Of {one} and {other}, the package knows this one alone.': 'Von {one} und {other} kennt das Paket nur diese.',
  'Its dialog {dialog} offers “{value}”.': 'Das Dialogfeld {dialog} bietet „{value}“ an.',
  'It is labelled “{label}”, as “{ours}” here.':
    'Beschriftet ist das Steuerelement mit „{label}“, hier auf Englisch mit „{ours}“.',
  'It offers what this page offers.': 'Es bietet an, was diese Seite anbietet.',
  'It offers {offered} of the {asked} that this page offers.':
    'Es bietet {offered} der {asked} Möglichkeiten an, die diese Seite anbietet.',
  'Its dialog {dialog} has the words of this page.': 'Im Dialogfeld {dialog} stehen dieselben Texte wie auf dieser Seite.',
  'What is typed into it does not show.': 'Die Eingabe wird verdeckt.',

  '{type} “{label}” on {dialog}, of {product}; taken for this installation by {who} on {date}.':
    '{type} „{label}“ in {dialog} von {product}; für diese Installation übernommen von {who} am {date}.',
  '{type} “{label}” on {dialog}, of {product}; kept for this package by {who} on {date}.':
    '{type} „{label}“ in {dialog} von {product}; für dieses Paket gespeichert von {who} am {date}.',
  '{type} on {dialog}, of {product}; taken for this installation by {who} on {date}.':
    '{type} in {dialog} von {product}; für diese Installation übernommen von {who} am {date}.',
  '{type} on {dialog}, of {product}; kept for this package by {who} on {date}.':
    '{type} in {dialog} von {product}; für dieses Paket gespeichert von {who} am {date}.',
  'A property of {product}; taken for this installation by {who} on {date}.':
    'Eine Eigenschaft von {product}; für diese Installation übernommen von {who} am {date}.',
  'A property of {product}; kept for this package by {who} on {date}.':
    'Eine Eigenschaft von {product}; für dieses Paket gespeichert von {who} am {date}.',
  'the package': 'dem Paket',
  'the package {version}': 'dem Paket {version}',

  "Not every property of the mail server page is publicly known, so the command leaves some choices out, and the installer's own defaults stand.":
    'Nicht jede Eigenschaft der Seite für den Mailserver ist öffentlich bekannt; deshalb lässt der Befehl einige Angaben weg, und es gelten die Vorgaben des Installationsprogramms.',
  'After the installation, run the installer in Change mode and compare the page Configure mail server connection with the plan.':
    'Führen Sie das Installationsprogramm nach der Installation im Modus „Ändern“ aus, und vergleichen Sie die Seite „Mailserververbindung konfigurieren“ mit dem Plan.',
  "The installer's properties for the application ID, tenant ID and client secret are not publicly known, so the command leaves them out.":
    'Die Eigenschaften des Installationsprogramms für Anwendungs-ID, Mandanten-ID und geheimen Clientschlüssel sind nicht öffentlich bekannt; deshalb lässt der Befehl sie weg.',
  'After the installation, run the installer in Change mode and enter them on the page Configure Office 365 mailbox; it stores them as values, the secret encrypted, under HKLM\\SOFTWARE\\Microsoft\\Forefront Identity Manager\\2010\\Service.':
    'Führen Sie das Installationsprogramm nach der Installation im Modus „Ändern“ aus, und geben Sie die Werte auf der Seite „Office 365-Postfach konfigurieren“ ein; es speichert sie, den geheimen Clientschlüssel verschlüsselt, unter HKLM\\SOFTWARE\\Microsoft\\Forefront Identity Manager\\2010\\Service.',
  'Where the package is at hand, or its listing was sent in, its own properties can be taken for them before the installation (`settle`); the section `properties` of the configuration settles them as well.':
    'Liegt das Paket vor oder wurde seine Auflistung übermittelt, können vor der Installation die Eigenschaften des Pakets dafür übernommen werden (`settle`); auch der Abschnitt `properties` der Konfiguration klärt sie.',

  'Proposed: as on the page “Database”.': 'Vorschlag: wie auf der Seite „Datenbank“.',
  'Proposed: as on the page “Service address”.': 'Vorschlag: wie auf der Seite „Adresse des MIM-Diensts“.',
  'Proposed: as on the page “Registration portal URL”.': 'Vorschlag: wie auf der Seite „URL des Registrierungsportals“.',
  'Proposed: as on the page “Registration portal”.': 'Vorschlag: wie auf der Seite „Registrierungsportal“.',
  'Proposed: as on the page “Registration portal service”.': 'Vorschlag: wie auf der Seite „Dienst des Registrierungsportals“.',
  'One is kept.': 'Ein Wert ist gespeichert.',
  'Leave this empty to keep it.': 'Lassen Sie das Feld leer, um ihn beizubehalten.',
  Next: 'Weiter',

  yes: 'ja',
  no: 'nein',
  '(secret)': '(geheim)',
};
