import type { Catalog } from '../catalog.ts';

/**
 * What the pages about SQL Server, Service Manager and the certificate say. A failover cluster is a „Failovercluster“, an Always On
 * availability group an „Always On-Verfügbarkeitsgruppe“, self-issued „selbst ausgestellt“.
 */
export const commonServicesPages: Catalog = {
  'Configure Common Services': 'Allgemeine Dienste konfigurieren',
  'Configure the MIM database connection': 'MIM-Datenbankverbindung konfigurieren',
  'Name the SQL Server and the database.': 'Geben Sie den SQL Server und die Datenbank an.',
  'For a failover cluster or an Always On availability group, name the cluster or the listener.':
    'Geben Sie bei einem Failovercluster den Cluster, bei einer Always On-Verfügbarkeitsgruppe den Listener an.',
  'Setup signs in with the Windows account that runs it.':
    'Das Setup meldet sich mit dem Windows-Konto an, unter dem es ausgeführt wird.',
  'Database Server': 'Datenbankserver',
  'Server or Server\\Instance.': 'Server oder Server\\Instanz.',
  'Give a SQL alias rather than a port: the installer is known to fail on one.':
    'Geben Sie statt eines Ports einen SQL-Alias an: Mit einem Port schlägt das Installationsprogramm bekanntermaßen fehl.',
  'Enter the name of the database.': 'Geben Sie den Namen der Datenbank ein.',
  'A database name has at most 123 characters.': 'Ein Datenbankname hat höchstens 123 Zeichen.',
  'Leave out quotes, brackets and control characters.': 'Lassen Sie Anführungszeichen, Klammern und Steuerzeichen weg.',
  'Leave out the blank at the beginning or the end.': 'Lassen Sie das Leerzeichen am Anfang oder am Ende weg.',
  'Database Name': 'Datenbankname',
  'Create a new database': 'Neue Datenbank erstellen',
  'Re-use the existing database': 'Vorhandene Datenbank wiederverwenden',
  'If the database you named above already exists, how do you want to proceed?':
    'Wie möchten Sie vorgehen, wenn die oben angegebene Datenbank bereits vorhanden ist?',
  'A Windows account (NTLM)': 'Ein Windows-Konto (NTLM)',
  'A SQL login': 'Eine SQL-Anmeldung',
  'Kind of account': 'Art des Kontos',
  'Enter the user.': 'Geben Sie den Benutzer ein.',
  User: 'Benutzer',
  Password: 'Kennwort',
  Domain: 'Domäne',
  'Check with another account': 'Mit einem anderen Konto prüfen',
  'The account that the check signs in with, where it is not the one this service runs as.':
    'Das Konto, mit dem sich die Prüfung anmeldet, falls es nicht das Konto sein soll, unter dem dieser Dienst ausgeführt wird.',
  'The installer does not use it.': 'Das Installationsprogramm verwendet es nicht.',

  'Database Backup Warning': 'Warnung zur Datenbanksicherung',
  'The existing database will be changed, and an installation that fails may leave it corrupt.':
    'Die vorhandene Datenbank wird geändert, und eine fehlgeschlagene Installation kann sie beschädigt hinterlassen.',
  'Make a backup of the MIM Service database before you go on: it is the way back.':
    'Sichern Sie die Datenbank des MIM-Diensts, bevor Sie fortfahren: Nur mit der Sicherung kommen Sie zum jetzigen Stand zurück.',

  'Configure MIM Reporting Service Manager management server connection':
    'Verbindung von MIM Reporting zum Service Manager-Verwaltungsserver konfigurieren',
  'MIM Reporting works with a System Center Service Manager management server.':
    'MIM Reporting arbeitet mit einem Verwaltungsserver von System Center Service Manager zusammen.',
  'Name it.': 'Geben Sie ihn an.',
  'Management Server': 'Verwaltungsserver',

  'Configure service certificate': 'Dienstzertifikat konfigurieren',
  'Clients recognise the MIM Service by this certificate.': 'An diesem Zertifikat erkennen Clients den MIM-Dienst.',
  'A self-issued one will do, unless a note says otherwise.':
    'Ein selbst ausgestelltes genügt, sofern kein Hinweis etwas anderes besagt.',
  'Select a certificate located in the local certificate store': 'Ein Zertifikat aus dem lokalen Zertifikatspeicher auswählen',
  'Generate a new self-issued certificate': 'Ein neues, selbst ausgestelltes Zertifikat generieren',
  Certificate: 'Zertifikat',
  'Enter the subject of the certificate.': 'Geben Sie den Antragsteller des Zertifikats ein.',
  'Leave out line breaks and control characters: a command line cannot carry them.':
    'Lassen Sie Zeilenumbrüche und Steuerzeichen weg: Sie lassen sich in einer Befehlszeile nicht übergeben.',
  'Subject of the certificate': 'Antragsteller des Zertifikats',
  Thumbprint: 'Fingerabdruck',
  'Where several certificates have the same subject.': 'Für den Fall, dass mehrere Zertifikate denselben Antragsteller haben.',
  "With MIM Reporting, Service Manager 2019 and TLS 1.2 alone, choose a certificate that the Service Manager server trusts and that has this server's host name in its subject.":
    'Wählen Sie mit MIM Reporting, Service Manager 2019 und ausschließlich TLS 1.2 ein Zertifikat aus, dem der Service Manager-Server vertraut und dessen Antragsteller den Hostnamen dieses Servers enthält.',
  'Where this server allows TLS 1.2 alone, the MIM Service cannot use a self-issued certificate, and the installer needs OLE DB Driver 18.2 or later for SQL Server: choose a certificate of a trusted authority (Microsoft Learn, "Planning MIM 2016 SP2 in TLS 1.2 or FIPS-mode environments").':
    'Lässt dieser Server nur TLS 1.2 zu, kann der MIM-Dienst kein selbst ausgestelltes Zertifikat verwenden, und das Installationsprogramm benötigt den OLE DB-Treiber 18.2 oder höher für SQL Server: Wählen Sie ein Zertifikat einer vertrauenswürdigen Zertifizierungsstelle aus (Microsoft Learn, „Planning MIM 2016 SP2 in TLS 1.2 or FIPS-mode environments“).',
  'The installer looks the certificate up by its subject; no property is known that carries the thumbprint.':
    'Das Installationsprogramm sucht das Zertifikat nach seinem Antragsteller; eine Eigenschaft für den Fingerabdruck ist nicht bekannt.',
  'See that only one certificate of the store has this subject.':
    'Sorgen Sie dafür, dass nur ein Zertifikat im Speicher diesen Antragsteller hat.',
};
