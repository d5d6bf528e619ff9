import type { Catalog } from '../catalog.ts';

/** What the rehearsed environment finds, and what becomes of its installer. What its directory and its log say stays in English. */
export const rehearsedChecks: Catalog = {
  'As it should be in the rehearsed company.': 'Alles so, wie es in der simulierten Firma sein soll.',
  'Not checked: what failed comes first.': 'Nicht geprüft: Zuerst ist zu beheben, was fehlgeschlagen ist.',
  'The rehearsal was asked to let this check fail.': 'Der Probelauf sollte diese Prüfung fehlschlagen lassen.',
  'Repeat it, or override it with a reason.': 'Wiederholen Sie sie, oder setzen Sie sie mit einer Begründung außer Kraft.',
  "Check its spelling, and that this host's DNS knows it.":
    'Überprüfen Sie die Schreibweise und ob das DNS dieses Hosts ihn kennt.',
  'Check the name and the domain.': 'Überprüfen Sie den Namen und die Domäne.',
  'This is a managed account, and a regular one was announced.': 'Das ist ein verwaltetes Konto, angekündigt war ein normales.',
  'This is a regular account, and a managed one was announced.': 'Das ist ein normales Konto, angekündigt war ein verwaltetes.',
  'Choose the other kind on the mail server page, or another account.':
    'Wählen Sie auf der Seite für den Mailserver die andere Art oder hier ein anderes Konto.',
  "Tenant '{tenant}' not found.": 'Der Mandant „{tenant}“ wurde nicht gefunden.',
  'Check the name of the tenant.': 'Überprüfen Sie den Namen des Mandanten.',
  'The directory refuses the secret of the application.':
    'Das Verzeichnis weist den geheimen Clientschlüssel der Anwendung zurück.',
  'The tenant {tenant} has neither Microsoft Entra ID P1 nor P2.':
    'Der Mandant {tenant} hat weder Microsoft Entra ID P1 noch P2.',
  'Sign in to another tenant, or install the Volume License edition.':
    'Melden Sie sich bei einem anderen Mandanten an, oder installieren Sie die Volumenlizenz-Edition.',
  'The database {database} exists already on {server}.': 'Die Datenbank {database} ist auf {server} bereits vorhanden.',
  'Name another one, or choose to re-use it.': 'Geben Sie eine andere an, oder wählen Sie, sie wiederzuverwenden.',
  'There is no database {database} on {server}.': 'Auf {server} gibt es keine Datenbank {database}.',
  'Check its name, or choose to create it.': 'Überprüfen Sie den Namen, oder wählen Sie, sie anzulegen.',
  'The installer is known to fail on a port in the server name.':
    'Das Installationsprogramm scheitert bekanntlich an einem Port im Namen des Servers.',
  'Make a SQL alias and name that.': 'Erstellen Sie einen SQL-Alias, und geben Sie den an.',
  'Failed to authenticate.': 'Die Authentifizierung ist fehlgeschlagen.',
  '{account} may log on locally.': '{account} darf sich lokal anmelden.',
  'Deny it local logon by group policy, or go on knowingly.':
    'Verweigern Sie ihm die lokale Anmeldung durch eine Gruppenrichtlinie, oder fahren Sie wissentlich fort.',

  'The rehearsed installer has succeeded.': 'Das simulierte Installationsprogramm wurde erfolgreich ausgeführt.',
  'Nothing was installed.': 'Es wurde nichts installiert.',
  'The rehearsed installer had not been run.': 'Das simulierte Installationsprogramm war nicht ausgeführt worden.',
  'The installer was stopped, and has undone what it had done.':
    'Das Installationsprogramm wurde angehalten und hat seine Änderungen rückgängig gemacht.',
  'The installer failed in the action {action}, and has undone what it had done.':
    'Das Installationsprogramm ist in der Aktion {action} fehlgeschlagen und hat seine Änderungen rückgängig gemacht.',
  preparing: 'Vorbereitung',
  installing: 'Installation',
  finishing: 'Abschluss',
};
