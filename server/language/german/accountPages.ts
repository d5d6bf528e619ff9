import type { Catalog } from '../catalog.ts';

/**
 * What the pages about accounts say. The user rights are called as German Windows calls them („Lokal anmelden verweigern“ …); a group
 * managed service account is a „gruppenverwaltetes Dienstkonto“, the management agent the „Verwaltungs-Agent“.
 */
export const accountPages: Catalog = {
  'Configure the MIM service account': 'MIM-Dienstkonto konfigurieren',
  'The account that the MIM Service runs as, and its mailbox, which should serve nothing else.':
    'Das Konto, unter dem der MIM-Dienst ausgeführt wird, und sein Postfach, das keinem anderen Zweck dienen sollte.',
  'A managed account has no password to enter.': 'Bei einem verwalteten Konto ist kein Kennwort einzugeben.',
  'Service Account Name': 'Name des Dienstkontos',
  'Service Account Password': 'Kennwort des Dienstkontos',
  'Service Account Domain': 'Domäne des Dienstkontos',
  'Service Email Account': 'E-Mail-Konto des Diensts',
  'Service Email Account Password': 'Kennwort des E-Mail-Kontos des Diensts',
  'The account is denied local logon': 'Dem Konto ist die lokale Anmeldung verweigert',
  'State it where this service does not run on the server itself and so cannot read it.':
    'Geben Sie dies an, wenn dieser Dienst nicht auf dem Server selbst ausgeführt wird und es deshalb nicht auslesen kann.',
  'The account that looks the service account up in the directory.':
    'Das Konto, mit dem das Dienstkonto im Verzeichnis gesucht wird.',
  'The name of a group managed service account ends in $, such as MIMSrvGMSAsvc$.':
    'Der Name eines gruppenverwalteten Dienstkontos endet auf $, z. B. MIMSrvGMSAsvc$.',
  'A name that ends in $ is that of a group managed service account: choose one on the mail server page first.':
    'Ein Name, der auf $ endet, gehört zu einem gruppenverwalteten Dienstkonto: Wählen Sie ein solches zuerst auf der Seite für den Mailserver aus.',

  'Account Security Warning': 'Warnung zur Kontosicherheit',
  'Service Account is not secure in its current configuration: it may log on locally.':
    'Das Dienstkonto ist in seiner aktuellen Konfiguration nicht sicher: Es darf sich lokal anmelden.',
  'Of a managed account the installer cannot tell, so it always warns.':
    'Bei einem verwalteten Konto kann das Installationsprogramm dies nicht feststellen und warnt deshalb immer.',
  'Deny the account local logon, log on as a batch job and access from the network by group policy.':
    'Legen Sie für das Konto per Gruppenrichtlinie die Benutzerrechte „Lokal anmelden verweigern“, „Anmelden als Batchauftrag verweigern“ und „Zugriff vom Netzwerk auf diesen Computer verweigern“ fest.',

  'Configure the Microsoft Identity Manager Service and Portal synchronization':
    'Synchronisierung von Microsoft Identity Manager-Dienst und -Portal konfigurieren',
  'The server of the MIM Synchronization Service, and the account by which its MIM management agent signs in.':
    'Der Server des MIM-Synchronisierungsdiensts und das Konto, mit dem sich dessen MIM-Verwaltungs-Agent anmeldet.',
  "A managed account's name ends in $.": 'Der Name eines verwalteten Kontos endet auf $.',
  'Synchronization Server': 'Synchronisierungsserver',
  'MIM Management Agent Account': 'Konto des MIM-Verwaltungs-Agents',
  'Domain\\Account, as entered on the Connect to Database page of the management agent.':
    'Domäne\\Konto, wie auf der Seite „Mit Datenbank verbinden“ des Verwaltungs-Agents eingegeben.',
  'This is the service account.': 'Dies ist das Dienstkonto.',
  'The MIM Service tells the synchronization service by this account and lets it pass without authorization, so it must be an account of its own.':
    'Der MIM-Dienst erkennt den Synchronisierungsdienst an diesem Konto und lässt ihn ohne Autorisierung zu; deshalb muss es ein eigenes Konto sein.',
};
