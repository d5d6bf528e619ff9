import type { Catalog } from '../catalog.ts';

/** The problems that checks, services and the installer find: what each is called, and what to do about it. */
export const findingProblems: Catalog = {
  'Sign in again, with a user or an application of the right tenant.':
    'Melden Sie sich erneut an, mit einem Benutzer oder einer Anwendung des richtigen Mandanten.',
  'Sign in to a tenant with Microsoft Entra ID P1 or P2, or install the Volume License edition.':
    'Melden Sie sich bei einem Mandanten mit Microsoft Entra ID P1 oder P2 an, oder installieren Sie die Volumenlizenz-Edition.',
  'Choose one of the options A to I of the guide.': 'Wählen Sie eine der Optionen A bis I der Anleitung.',
  'Check the application ID and the tenant ID.': 'Überprüfen Sie die Anwendungs-ID und die Mandanten-ID.',
  'Check the secret, the permission full_access_as_app with its admin consent, and the mailbox.':
    'Überprüfen Sie den geheimen Clientschlüssel, die Berechtigung full_access_as_app mit ihrer Administratorzustimmung und das Postfach.',
  'The application could not be registered': 'Die Anwendung konnte nicht registriert werden',
  'See the detail, and register again: what was done is found, not done twice.':
    'Sehen Sie sich die Einzelheiten an, und registrieren Sie erneut: Was schon erledigt ist, wird gefunden und nicht wiederholt.',
  'The database exists already': 'Die Datenbank ist bereits vorhanden',
  'Name another database, or choose to re-use this one.':
    'Geben Sie eine andere Datenbank an, oder wählen Sie aus, dass diese wiederverwendet werden soll.',
  'The database does not exist': 'Die Datenbank ist nicht vorhanden',
  'Check its name, or choose to create a new one.':
    'Überprüfen Sie ihren Namen, oder wählen Sie aus, dass eine neue erstellt werden soll.',
  'SQL Server refuses the sign-in': 'Der SQL Server lehnt die Anmeldung ab',
  'Check the account under "Check with another account".': 'Überprüfen Sie das Konto unter „Mit einem anderen Konto prüfen“.',
  'Rights on the SQL Server are missing': 'Es fehlen Rechte auf dem SQL Server',
  'Make the installing account a sysadmin while it installs.':
    'Machen Sie das installierende Konto für die Dauer der Installation zum sysadmin.',
  'The SQL Server does not suit': 'Der SQL Server ist nicht geeignet',
  'See the message for what it lacks.': 'Was fehlt, steht in der Meldung.',
  'A host cannot be reached': 'Ein Host ist nicht erreichbar',
  'Check the name, the network and the firewall between.': 'Überprüfen Sie den Namen, das Netzwerk und die Firewall dazwischen.',
  'The name cannot be used': 'Der Name kann nicht verwendet werden',
  'Use the name by which other computers reach the server.':
    'Verwenden Sie den Namen, unter dem andere Computer den Server erreichen.',
  'The certificate of the other side is not trusted': 'Dem Zertifikat der Gegenseite wird nicht vertraut',
  'Renew it, use the name that it is issued to, or have this host trust its issuer.':
    'Erneuern Sie es, verwenden Sie den Namen, auf den es ausgestellt ist, oder lassen Sie diesen Host seinem Aussteller vertrauen.',
  'The account does not exist': 'Das Konto ist nicht vorhanden',
  'Check its name and its domain.': 'Überprüfen Sie seinen Namen und seine Domäne.',
  'The account cannot be used': 'Das Konto kann nicht verwendet werden',
  'Enable or unlock it, or choose another.': 'Aktivieren oder entsperren Sie es, oder wählen Sie ein anderes.',
  'The account is of the other kind': 'Das Konto ist von anderer Art',
  'Choose a managed account where one was announced, and a regular one where not.':
    'Wählen Sie ein verwaltetes Konto, wenn eines angekündigt wurde, andernfalls ein normales.',
  'One account serves two purposes': 'Ein Konto dient zwei Zwecken',
  'Choose a different account for each.': 'Wählen Sie für jeden Zweck ein eigenes Konto.',
  'The directory refuses the sign-in': 'Das Verzeichnis lehnt die Anmeldung ab',
  'Check the account under "Check with another account", or the one of the configuration.':
    'Überprüfen Sie das Konto unter „Mit einem anderen Konto prüfen“ oder das der Konfiguration.',
  'The service account may log on locally': 'Das Dienstkonto darf sich lokal anmelden',
  'Deny it local logon by group policy.': 'Verweigern Sie ihm die lokale Anmeldung per Gruppenrichtlinie.',
  'The service principal name is not right': 'Der Dienstprinzipalname ist nicht richtig',
  'Register it to the service account, and to no other.': 'Registrieren Sie ihn für das Dienstkonto und für kein anderes.',
  'The mail server does not offer what is needed': 'Der Mailserver bietet nicht, was erforderlich ist',
  'See the message for what it offers.': 'Was er bietet, steht in der Meldung.',
  'The site is not as the portal needs it': 'Die Website ist nicht so, wie das Portal sie benötigt',
  'See the message for what is amiss.': 'Woran es liegt, steht in der Meldung.',
  'The port is taken': 'Der Port ist belegt',
  'Choose another port, or free this one.': 'Wählen Sie einen anderen Port, oder geben Sie diesen frei.',
  'The certificate cannot be used': 'Das Zertifikat kann nicht verwendet werden',
  'Choose one that is valid and has its private key.': 'Wählen Sie eines, das gültig ist und seinen privaten Schlüssel enthält.',
  'This host is not ready': 'Dieser Host ist nicht bereit',
  'The package is not the right one': 'Das Paket ist nicht das richtige',
  'Point MIM_SETUP_PACKAGE to Service and Portal.msi of the right build.':
    'Geben Sie in MIM_SETUP_PACKAGE den Pfad von Service and Portal.msi mit dem richtigen Build an.',
  'It took too long': 'Es hat zu lange gedauert',
  'See that the other side is up, and repeat the check.':
    'Sorgen Sie dafür, dass die Gegenseite läuft, und wiederholen Sie die Prüfung.',
  'This cannot be checked here': 'Dies kann hier nicht geprüft werden',
  'See the message for how to check it by hand.': 'Wie Sie es von Hand prüfen, steht in der Meldung.',
  'The rehearsal was asked to fail here': 'Der Probelauf sollte hier fehlschlagen',
  'Repeat it: the rehearsal says how many times it fails.':
    'Wiederholen Sie den Vorgang: Wie oft er fehlschlägt, ist im Probelauf festgelegt.',
  'The installer failed': 'Das Installationsprogramm ist fehlgeschlagen',
  'See the cause and the lines of the log.': 'Sehen Sie sich die Ursache und die Zeilen des Protokolls an.',
  'Then retry, change some answers, or give up.':
    'Wiederholen Sie dann die Installation, ändern Sie Angaben, oder brechen Sie ab.',
  'The installer was interrupted': 'Das Installationsprogramm wurde unterbrochen',
  'See what is installed now.': 'Sehen Sie nach, was jetzt installiert ist.',
  'Then retry, or give up.': 'Wiederholen Sie dann die Installation, oder brechen Sie ab.',
  'It may be that: {cause}.': 'Mögliche Ursache: {cause}.',
  'Or: {cause}.': 'Oder: {cause}.',
};
