import type { Catalog } from '../catalog.ts';

/** Causes of a failed installation that its log shows, what to do about them, and where that is known from. */
export const knownFailures: Catalog = {
  'SharePoint is still deploying or retracting a solution: its timer jobs have not finished.':
    'SharePoint stellt noch eine Lösung bereit oder zieht eine zurück: Seine Zeitgeberaufträge sind noch nicht beendet.',
  'Let the timer jobs finish, or run the administration service jobs (Start-SPAdminJob).':
    'Lassen Sie die Zeitgeberaufträge zu Ende laufen, oder führen Sie die Aufträge des Verwaltungsdiensts aus (Start-SPAdminJob).',
  'See with Get-SPSolution that no solution is being deployed or retracted, and then retry.':
    'Vergewissern Sie sich mit Get-SPSolution, dass keine Lösung bereitgestellt oder zurückgezogen wird, und versuchen Sie es dann erneut.',
  'A retraction that was left half done has to be completed, or the solution removed, first.':
    'Ein halb fertiges Zurückziehen muss zuerst abgeschlossen oder die Lösung entfernt werden.',
  'TechNet Wiki 4152, and a blog on desired state configuration that reports the same':
    'TechNet Wiki 4152 und ein Blog über Desired State Configuration, das dasselbe berichtet',
  "SharePoint refused the installing user while it deployed the portal's solution packs.":
    'SharePoint hat den installierenden Benutzer abgewiesen, als es die Lösungspakete des Portals bereitstellte.',
  "Install as a SharePoint farm administrator who is a local administrator of this server and has rights on SharePoint's configuration and content databases.":
    'Installieren Sie als SharePoint-Farmadministrator, der lokaler Administrator dieses Servers ist und Rechte an der Konfigurationsdatenbank und den Inhaltsdatenbanken von SharePoint hat.',
  'Then retry.': 'Versuchen Sie es dann erneut.',
  'Microsoft Learn, "Add-SPShellAdmin", on the rights that a deployment needs; seen in public logs of this installer':
    'Microsoft Learn, „Add-SPShellAdmin“, über die Rechte, die eine Bereitstellung benötigt; gesehen in öffentlichen Protokollen dieses Installationsprogramms',
  "SharePoint did not deploy the portal's solution packs in time.":
    'SharePoint hat die Lösungspakete des Portals nicht rechtzeitig bereitgestellt.',
  'See that the SharePoint Timer and Administration services run on every server of the farm, and with Get-SPSolution what is still being deployed.':
    'Vergewissern Sie sich, dass die Dienste SharePoint-Timerdienst und SharePoint-Verwaltung auf jedem Server der Farm laufen, und sehen Sie mit Get-SPSolution nach, was noch bereitgestellt wird.',
  'Let it end, then retry.': 'Lassen Sie das zu Ende laufen, und versuchen Sie es dann erneut.',
  'TechNet Wiki 4152; seen in public logs of this installer':
    'TechNet Wiki 4152; gesehen in öffentlichen Protokollen dieses Installationsprogramms',
  "The portal's solution packs were not deployed to SharePoint.":
    'Die Lösungspakete des Portals wurden nicht in SharePoint bereitgestellt.',
  'The installer ends so whatever the reason is.': 'So endet das Installationsprogramm, was auch immer der Grund ist.',
  "The lines above this one in the log say why, in SharePoint's own words.":
    'Den Grund nennen die Zeilen darüber im Protokoll, in den Worten von SharePoint.',
  'See as well what Get-SPSolution tells of the solutions, and then retry.':
    'Sehen Sie auch nach, was Get-SPSolution über die Lösungen sagt, und versuchen Sie es dann erneut.',
  'public logs of this installer': 'öffentliche Protokolle dieses Installationsprogramms',
  'The installer does not take a port number in the name of the SQL Server.':
    'Das Installationsprogramm nimmt keine Portnummer im Namen des SQL Servers an.',
  'Make a SQL alias with cliconfg on this server, 64-bit and 32-bit, that holds host and port, and give the alias as the server.':
    'Erstellen Sie auf diesem Server mit cliconfg einen SQL-Alias mit Host und Port, für 64 Bit und für 32 Bit, und geben Sie den Alias als Server an.',
  'The installer has no rights on an assembly folder, often what is left of an earlier version.':
    'Das Installationsprogramm hat keine Rechte an einem Assemblyordner, oft einem Rest einer früheren Version.',
  'Run the service elevated, as a local administrator.':
    'Führen Sie den Dienst als lokaler Administrator mit erhöhten Rechten aus.',
  'Take ownership of the folder that the log names and give administrators full control of it.':
    'Übernehmen Sie den Besitz des Ordners, den das Protokoll nennt, und geben Sie Administratoren Vollzugriff darauf.',
  "The installer does not see SharePoint or IIS, although they are installed: the check runs as the installing user, who is no farm administrator or has no rights on SharePoint's configuration database, or this build does not know this version of SharePoint.":
    'Das Installationsprogramm sieht SharePoint oder IIS nicht, obwohl sie installiert sind: Die Prüfung läuft unter dem installierenden Benutzer, der kein Farmadministrator ist oder keine Rechte an der Konfigurationsdatenbank von SharePoint hat, oder dieser Build kennt diese Version von SharePoint nicht.',
  'Install as a SharePoint farm administrator with rights on its configuration database, and with a build that supports this version of SharePoint.':
    'Installieren Sie als SharePoint-Farmadministrator mit Rechten an der Konfigurationsdatenbank und mit einem Build, der diese Version von SharePoint unterstützt.',
  'MIMDocs issues 182 and 194': 'MIMDocs, Issues 182 und 194',
  'The portal does not go into a site collection that can be upgraded, or that has another compatibility level.':
    'Das Portal lässt sich nicht in eine Websitesammlung installieren, die aktualisiert werden kann oder einen anderen Kompatibilitätsgrad hat.',
  'Set $site.AllowSelfServiceUpgrade = $false on the site collection, and make it with the compatibility level that the guide names for this version of SharePoint.':
    'Setzen Sie für die Websitesammlung $site.AllowSelfServiceUpgrade = $false, und erstellen Sie sie mit dem Kompatibilitätsgrad, den die Anleitung für diese Version von SharePoint nennt.',
  'MIMDocs issue 236': 'MIMDocs, Issue 236',
  'The database that is to be re-used was made by a newer build than this package.':
    'Die Datenbank, die wiederverwendet werden soll, wurde von einem neueren Build als diesem Paket erstellt.',
  'Install the newer build, or choose a new database.':
    'Installieren Sie den neueren Build, oder wählen Sie eine neue Datenbank.',
  'The sign-in reached SQL Server without an identity: Windows did not pass it on from one computer to the next (a double hop).':
    'Die Anmeldung kam ohne Identität bei SQL Server an: Windows hat sie nicht von einem Computer zum nächsten weitergegeben (Double-Hop).',
  'Run the installer in a session on this server itself, not through a remote shell.':
    'Führen Sie das Installationsprogramm in einer Sitzung auf diesem Server selbst aus, nicht über eine Remoteshell.',
  'See that the service principal names of SQL Server (MSSQLSvc/…) exist, each once and on the account that SQL Server runs as.':
    'Vergewissern Sie sich, dass die Dienstprinzipalnamen von SQL Server (MSSQLSvc/…) vorhanden sind, jeder einmal und für das Konto, unter dem SQL Server läuft.',
  'Microsoft Learn, "Login failed for user \'NT AUTHORITY\\ANONYMOUS LOGON\'"':
    "Microsoft Learn, „Login failed for user 'NT AUTHORITY\\ANONYMOUS LOGON'“",
  'SQL Server refuses the service account.': 'SQL Server weist das Dienstkonto ab.',
  'The installer makes a login for it; where the database is re-used or was restored, map the login to its user again, and see that the account is not disabled or locked.':
    'Das Installationsprogramm erstellt eine SQL-Anmeldung dafür; wo die Datenbank wiederverwendet wird oder wiederhergestellt wurde, ordnen Sie die Anmeldung wieder ihrem Benutzer zu, und vergewissern Sie sich, dass das Konto nicht deaktiviert oder gesperrt ist.',
  'SQL Server refuses the installing user, who has to be sysadmin there while the installer runs.':
    'SQL Server weist den installierenden Benutzer ab, der dort sysadmin sein muss, solange das Installationsprogramm läuft.',
  'Add the installing user to the sysadmin role for the time of the installation, and retry.':
    'Fügen Sie den installierenden Benutzer für die Dauer der Installation der Rolle sysadmin hinzu, und versuchen Sie es erneut.',
  'It can be taken away afterwards.': 'Danach kann sie ihm wieder entzogen werden.',
  "The connection to SQL Server is encrypted, and this server does not trust SQL Server's certificate.":
    'Die Verbindung zu SQL Server ist verschlüsselt, und dieser Server vertraut dem Zertifikat von SQL Server nicht.',
  'Give SQL Server a certificate of an authority that this server trusts, issued to the name by which SQL Server is called, or make its issuer known to this server.':
    'Weisen Sie SQL Server ein Zertifikat einer Zertifizierungsstelle zu, der dieser Server vertraut, ausgestellt auf den Namen, unter dem SQL Server angesprochen wird, oder machen Sie diesem Server den Aussteller bekannt.',
  'OLE DB Driver 19 encrypts unless it is told otherwise; version 18 does not.':
    'OLE DB-Treiber 19 verschlüsselt, wenn ihm nichts anderes gesagt wird; Version 18 tut das nicht.',
  'Microsoft Learn, "\'The certificate chain was issued by an authority that is not trusted\' error", and "Major version differences" of the OLE DB Driver for SQL Server':
    "Microsoft Learn, „'The certificate chain was issued by an authority that is not trusted' error“ und „Major version differences“ des OLE DB Driver for SQL Server",
  'This server and SQL Server found no version of TLS in common: an unattended installation of MIM 2016 SP2 fails where TLS 1.2 alone is allowed.':
    'Dieser Server und SQL Server haben keine gemeinsame Version von TLS gefunden: Eine unbeaufsichtigte Installation von MIM 2016 SP2 schlägt fehl, wo nur TLS 1.2 zugelassen ist.',
  'Allow TLS 1.1 on this server and on the SQL Server for the time of the installation (SCHANNEL\\Protocols\\TLS 1.1, Client and Server, Enabled = 1 and DisabledByDefault = 0; restart both), install OLE DB Driver 18.2 or later for SQL Server, and let .NET use the versions of Windows (SystemDefaultTlsVersions = 1).':
    'Lassen Sie TLS 1.1 für die Dauer der Installation auf diesem Server und auf dem SQL Server zu (SCHANNEL\\Protocols\\TLS 1.1, Client und Server, Enabled = 1 und DisabledByDefault = 0; starten Sie beide neu), installieren Sie den OLE DB-Treiber 18.2 oder höher für SQL Server, und lassen Sie .NET die Versionen von Windows verwenden (SystemDefaultTlsVersions = 1).',
  'Retry, and allow TLS 1.2 alone again afterwards; or install interactively.':
    'Versuchen Sie es erneut, und lassen Sie danach wieder nur TLS 1.2 zu; oder installieren Sie interaktiv.',
  'Microsoft Learn, "Planning MIM 2016 SP2 in TLS 1.2 or FIPS-mode environments", and "TLS 1.2 support for Microsoft SQL Server"':
    'Microsoft Learn, „Planning MIM 2016 SP2 in TLS 1.2 or FIPS-mode environments“ und „TLS 1.2 support for Microsoft SQL Server“',
  'The SQL Server cannot be reached.': 'Der SQL Server ist nicht erreichbar.',
  'Check its name and instance, that TCP/IP is on and the SQL Server Browser runs, and the firewall between.':
    'Überprüfen Sie seinen Namen und die Instanz, ob TCP/IP aktiviert ist und der SQL Server-Browser läuft, und die Firewall dazwischen.',
  "FIMService does not answer within 30 seconds of its first start, often because certificate revocation lists can't be reached.":
    'FIMService antwortet nach dem ersten Start nicht innerhalb von 30 Sekunden, oft weil Zertifikatsperrlisten nicht erreichbar sind.',
  'Let this server reach the revocation lists, or allow services longer to start (ServicesPipeTimeout under HKLM\\SYSTEM\\CurrentControlSet\\Control), and retry.':
    'Sorgen Sie dafür, dass dieser Server die Sperrlisten erreicht, oder geben Sie Diensten mehr Zeit zum Starten (ServicesPipeTimeout unter HKLM\\SYSTEM\\CurrentControlSet\\Control), und versuchen Sie es erneut.',
  'Microsoft identity support blog, on service control manager events 7009 and 7000':
    'Blog des Microsoft-Supports für Identität, über die Ereignisse 7009 und 7000 des Dienststeuerungs-Managers',
  'A service of the product could not be started, mostly because its account may not log on as a service, its password is wrong, or it cannot reach the database.':
    'Ein Dienst des Produkts ließ sich nicht starten, meist weil sich sein Konto nicht als Dienst anmelden darf, das Kennwort falsch ist oder er die Datenbank nicht erreicht.',
  "Check the service account and its password, that it may log on as a service, and the event log of this server for the service's own words.":
    'Überprüfen Sie das Dienstkonto und sein Kennwort, ob es sich als Dienst anmelden darf, und was der Dienst selbst im Ereignisprotokoll dieses Servers sagt.',
  'A service of the product could not be installed: the installer has no rights for it, or the service is marked for deletion.':
    'Ein Dienst des Produkts ließ sich nicht installieren: Das Installationsprogramm hat nicht die Rechte dazu, oder der Dienst ist zum Löschen vorgemerkt.',
  'Run the service elevated.': 'Führen Sie den Dienst mit erhöhten Rechten aus.',
  'Where an earlier version was removed, close the services console and restart the server.':
    'Wenn eine frühere Version entfernt wurde, schließen Sie die Diensteverwaltung, und starten Sie den Server neu.',
  'An earlier installation is suspended, and has to be undone first.':
    'Eine frühere Installation ist angehalten und muss zuerst rückgängig gemacht werden.',
  'Retry: an unattended installation undoes the suspended one first.':
    'Versuchen Sie es erneut: Eine unbeaufsichtigte Installation macht die angehaltene zuerst rückgängig.',
  'Where that fails, restart the server.': 'Wenn das fehlschlägt, starten Sie den Server neu.',
  'The license agreement was not accepted on the command line.': 'Der Lizenzvertrag wurde auf der Befehlszeile nicht angenommen.',
  'Accept it on the page License Agreement, and retry.':
    'Nehmen Sie ihn auf der Seite „Lizenzvertrag“ an, und versuchen Sie es erneut.',
  "the package's own launch condition": 'die Startbedingung des Pakets selbst',
  'There is not enough disk space.': 'Es ist nicht genug Speicherplatz frei.',
  'Make room on the system drive and on that of the installation folder, and retry.':
    'Schaffen Sie Platz auf dem Systemlaufwerk und auf dem des Installationsordners, und versuchen Sie es erneut.',
  'The update to 4.6.421.0 fails with a managed service account or Office 365 basic authentication while PollExchangeEnabled is 1.':
    'Das Update auf 4.6.421.0 schlägt mit einem verwalteten Dienstkonto oder der Standardauthentifizierung von Office 365 fehl, solange PollExchangeEnabled 1 ist.',
  'Set PollExchangeEnabled to 0 before the update, and after it back to 1; then restart the service.':
    'Setzen Sie PollExchangeEnabled vor dem Update auf 0 und danach wieder auf 1; starten Sie dann den Dienst neu.',
  'Microsoft Learn, Identity Manager version release history': 'Microsoft Learn, Versionsverlauf von Identity Manager',
  'A program that the package runs as part of the installation failed.':
    'Ein Programm, das das Paket als Teil der Installation ausführt, ist fehlgeschlagen.',
  "The lines of the log above its end say why, in the program's own words.":
    'Den Grund nennen die Zeilen des Protokolls über seinem Ende, in den Worten des Programms.',
  'Microsoft Learn, "Windows Installer Error Messages"': 'Microsoft Learn, „Windows Installer Error Messages“',
  'Microsoft Learn, "Windows Installer Error Messages", {numbers}':
    'Microsoft Learn, „Windows Installer Error Messages“, {numbers}',
  '1720 to 1723': '1720 bis 1723',
  'Microsoft Learn, "MsiExec.exe and InstMsi.exe Error Messages", {names}':
    'Microsoft Learn, „MsiExec.exe and InstMsi.exe Error Messages“, {names}',
  '{name} and ERROR_UNSUPPORTED_TYPE': '{name} und ERROR_UNSUPPORTED_TYPE',
  '{name} and ERROR_UNKNOWN_PATCH': '{name} und ERROR_UNKNOWN_PATCH',
  'Microsoft Learn, "{page}"': 'Microsoft Learn, „{page}“',
};
