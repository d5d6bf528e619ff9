import type { Catalog } from '../catalog.ts';

/** What the checks of the database say once somebody is signed in to SQL Server. */
export const databaseChecks: Catalog = {
  'The server is named without a port.': 'Der Server ist ohne Port angegeben.',
  'The installer is known to fail on a port in the server’s name.':
    'Das Installationsprogramm scheitert bekanntlich an einem Port im Namen des Servers.',
  'Make a SQL alias for {server}, port {port} (cliconfg.exe, on the server where MIM will be installed), and enter the alias.':
    'Erstellen Sie einen SQL-Alias für {server}, Port {port} (cliconfg.exe, auf dem Server, auf dem MIM installiert wird), und geben Sie den Alias ein.',
  'It is SQL Server {version}.': 'Es ist SQL Server {version}.',
  'MIM 2016 needs {release} with {servicePack}.': 'MIM 2016 benötigt {release} mit {servicePack}.',
  'MIM 2016 needs at least {release} with {servicePack}.': 'MIM 2016 benötigt mindestens {release} mit {servicePack}.',
  'Update it, or choose another server.': 'Aktualisieren Sie ihn, oder wählen Sie einen anderen Server.',
  'MIM 2016 is known to be supported up to {release}.': 'MIM 2016 wird bekanntermaßen bis {release} unterstützt.',
  'Check with Microsoft before you go on, or choose another server.':
    'Klären Sie das mit Microsoft, bevor Sie fortfahren, oder wählen Sie einen anderen Server.',
  'Microsoft does not recommend it for a new installation.': 'Microsoft empfiehlt ihn nicht für eine neue Installation.',
  'It is a SQL database of Azure, on which MIM 2016 SP2 is not known to be supported.':
    'Es ist eine SQL-Datenbank von Azure; dass MIM 2016 SP2 darauf unterstützt wird, ist nicht bekannt.',
  'Check with Microsoft before you go on, or choose a SQL Server.':
    'Klären Sie das mit Microsoft, bevor Sie fortfahren, oder wählen Sie einen SQL Server.',

  '{login} is a sysadmin.': '{login} ist sysadmin.',
  '{login} may create databases.': '{login} darf Datenbanken erstellen.',
  '{login} owns {database}.': '{login} ist Besitzer von {database}.',
  'Setup itself signs in with the Windows account that runs it: see that it has the same right.':
    'Setup selbst meldet sich mit dem Windows-Konto an, das es ausführt: Sorgen Sie dafür, dass dieses Konto dasselbe Recht hat.',
  '{login} may not create databases.': '{login} darf keine Datenbanken erstellen.',
  'Make the account that runs setup a sysadmin for the time of the installation.':
    'Machen Sie das Konto, das Setup ausführt, für die Dauer der Installation zum sysadmin.',
  'Whether {login} may change {database} can’t be told: {login} sees no such database.':
    'Ob {login} die Datenbank {database} ändern darf, lässt sich nicht feststellen: {login} sieht keine solche Datenbank.',
  '{login} does not own {database}.': '{login} ist nicht Besitzer von {database}.',
  'Make the account that runs setup its owner, or a sysadmin for the time of the installation.':
    'Machen Sie das Konto, das Setup ausführt, zu ihrem Besitzer oder für die Dauer der Installation zum sysadmin.',
  'Full-text search is installed.': 'Die Volltextsuche ist installiert.',
  'Full-text search is not installed.': 'Die Volltextsuche ist nicht installiert.',
  'Add "Full-Text and Semantic Extractions for Search" to this instance by SQL Server setup, and repeat the check.':
    'Fügen Sie dieser Instanz mit dem Setup von SQL Server „Volltext- und semantische Extraktionen für die Suche“ hinzu, und wiederholen Sie die Prüfung.',

  '{database} is there.': '{database} ist vorhanden.',
  'There is no {database} yet.': 'Es gibt noch keine Datenbank {database}.',
  '{database} exists already.': '{database} ist bereits vorhanden.',
  '{login} may not see all databases (VIEW ANY DATABASE), so whether {database} exists can’t be told.':
    '{login} darf nicht alle Datenbanken sehen (VIEW ANY DATABASE); ob es {database} gibt, lässt sich daher nicht feststellen.',
  'Look with another account.': 'Sehen Sie mit einem anderen Konto nach.',
  'There is no database {database}.': 'Es gibt keine Datenbank {database}.',
  'A new database will be created: there is none to judge.':
    'Es wird eine neue Datenbank erstellt; zu beurteilen gibt es nichts.',
  'There is no {database} to look into.': 'Es gibt keine Datenbank {database}, in die man sehen könnte.',
  '{database} is in the state {status}.': '{database} ist im Zustand {status}.',
  'Bring it online, and repeat the check.': 'Bringen Sie sie online, und wiederholen Sie die Prüfung.',
  '{login} may not open {database}, so what is in it can’t be told.':
    '{login} darf {database} nicht öffnen; was darin ist, lässt sich daher nicht feststellen.',
  'Give the account access, or name another under "Check with another account".':
    'Geben Sie dem Konto Zugriff, oder geben Sie unter „Mit einem anderen Konto prüfen“ ein anderes an.',
  '{login} may not see what {database} is made of.': '{login} darf nicht sehen, woraus {database} besteht.',
  '{login} may not read by which build {database} was made.':
    '{login} darf nicht lesen, von welchem Build {database} erstellt wurde.',
  'Make it db_owner of the database for the time of the installation, or name another account under "Check with another account".':
    'Machen Sie es für die Dauer der Installation zum db_owner der Datenbank, oder geben Sie unter „Mit einem anderen Konto prüfen“ ein anderes Konto an.',
  '{database} is no database of the MIM Service: it has no tables fim.Objects and fim.ObjectTypeInternal.':
    '{database} ist keine Datenbank des MIM-Diensts: Sie hat keine Tabellen fim.Objects und fim.ObjectTypeInternal.',
  'Name the database that the MIM Service was using.': 'Geben Sie die Datenbank an, die der MIM-Dienst verwendet hat.',
  '{database} is a database of the MIM Service, but does not say of which version.':
    '{database} ist eine Datenbank des MIM-Diensts, gibt aber nicht an, von welcher Version.',
  'Setup refuses one that was made by a newer build: check which build used it.':
    'Setup weist eine zurück, die von einem neueren Build erstellt wurde: Prüfen Sie, welcher Build sie verwendet hat.',
  '{database} is a database of the MIM Service, version {version}.':
    '{database} ist eine Datenbank des MIM-Diensts, Version {version}.',
  'Setup refuses one that was made by a newer build than its own.':
    'Setup weist eine zurück, die von einem neueren Build als seinem eigenen erstellt wurde.',
  'The server signs us in, but does not answer as SQL Server does.':
    'Der Server lässt die Anmeldung zu, antwortet aber nicht, wie SQL Server es tut.',
  'The server does not answer as SQL Server does.': 'Der Server antwortet nicht, wie SQL Server es tut.',
  'Check that it is one, and not something in between.':
    'Vergewissern Sie sich, dass es einer ist und nicht etwas, das dazwischen steht.',
};
