import type { Catalog } from '../catalog.ts';

/**
 * What the checks of SQL Server say until somebody is signed in: where it answers, how it encrypts, and why it lets nobody in.
 * Terms: SQL Server-Browser, SQL Server-Konfigurations-Manager, SQL-Alias, Verfügbarkeitsgruppe, Failovercluster, as German SQL Server
 * has them; names of permissions and server roles stay.
 */
export const sqlServerChecks: Catalog = {
  '{server} answers at {host}, TCP port {port}.': '{server} antwortet unter {host}, TCP-Port {port}.',
  'Signed in as {login}.': 'Angemeldet als {login}.',
  'It can’t be told, because {reason}.': 'Das lässt sich nicht feststellen: {reason}.',
  'the server was not reached': 'Der Server wurde nicht erreicht',
  'no encryption came about, without which no password is sent':
    'Es kam keine Verschlüsselung zustande, und ohne sie wird kein Kennwort gesendet',
  'the check is not signed in to the server': 'Die Prüfung ist nicht am Server angemeldet',
  'Mend that first, and repeat the check.': 'Beheben Sie das zuerst, und wiederholen Sie dann die Prüfung.',

  '{host}, port {port},': '{host}, Port {port},',
  'What answers at {where} is no SQL Server.': 'Was unter {where} antwortet, ist kein SQL Server.',
  '{where} breaks the connection off.': '{where} bricht die Verbindung ab.',
  'Check that it is a SQL Server, and that it is well.':
    'Vergewissern Sie sich, dass es ein SQL Server ist und dass er ordnungsgemäß läuft.',
  'The packet is empty.': 'Das Paket ist leer.',
  'This is not how SQL Server replies.': 'So antwortet SQL Server nicht.',
  'The reply states no version.': 'Die Antwort nennt keine Version.',
  'Nothing answers at {host}, TCP port {port}.': 'Unter {host}, TCP-Port {port}, antwortet nichts.',
  'Check that SQL Server runs there with TCP/IP enabled, and that the firewall between lets the port through.':
    'Vergewissern Sie sich, dass SQL Server dort läuft und TCP/IP aktiviert ist und dass die Firewall dazwischen den Port durchlässt.',
  'Check it, and the DNS server of this computer.': 'Überprüfen Sie ihn und den DNS-Server dieses Computers.',
  'A SQL alias is known only on the computer that it was made on.':
    'Ein SQL-Alias ist nur auf dem Computer bekannt, auf dem er erstellt wurde.',
  'SQL Server Browser at {address} names no TCP port for the instance {instance}.':
    'Der SQL Server-Browser unter {address} nennt keinen TCP-Port für die Instanz {instance}.',
  'Enable TCP/IP for it in SQL Server Configuration Manager, and restart it.':
    'Aktivieren Sie TCP/IP für sie im SQL Server-Konfigurations-Manager, und starten Sie sie neu.',
  'SQL Server Browser at {address} does not say where the instance {instance} listens.':
    'Der SQL Server-Browser unter {address} gibt nicht an, wo die Instanz {instance} lauscht.',
  'Check the instance’s name, that the service SQL Server Browser runs, and that UDP port 1434 is open between here and there.':
    'Überprüfen Sie den Namen der Instanz, ob der Dienst SQL Server-Browser läuft und ob der UDP-Port 1434 zwischen hier und dort offen ist.',

  'The server offers no encryption: everything, a password of "Check with another account" among it, crosses the network in plain text.':
    'Der Server bietet keine Verschlüsselung an: Alles geht im Klartext durch das Netzwerk, auch ein Kennwort unter „Mit einem anderen Konto prüfen“.',
  'Give the server a certificate (SQL Server Configuration Manager, Protocols).':
    'Weisen Sie dem Server ein Zertifikat zu (SQL Server-Konfigurations-Manager, Protokolle).',
  'The connection is encrypted, and the server has proved who it is.':
    'Die Verbindung ist verschlüsselt, und der Server hat seine Identität nachgewiesen.',
  'The connection is encrypted, but nothing proves that the server is the right one: its certificate is not from an authority that this computer trusts, or names another computer.':
    'Die Verbindung ist verschlüsselt, aber nichts beweist, dass es der richtige Server ist: Sein Zertifikat stammt nicht von einer Zertifizierungsstelle, der dieser Computer vertraut, oder es nennt einen anderen Computer.',
  'Give the server a certificate of an authority of yours.':
    'Weisen Sie dem Server ein Zertifikat Ihrer Zertifizierungsstelle zu.',
  'The server encrypts only in a way that is no longer safe: it speaks nothing newer than {protocol}.':
    'Der Server verschlüsselt nur auf eine Weise, die nicht mehr sicher ist: Er beherrscht nichts Neueres als {protocol}.',
  'Install the update that brings TLS 1.2 to it (KB3135244), and turn TLS 1.2 on in Windows; without it, an installation on a server that allows nothing else fails.':
    'Installieren Sie das Update, mit dem er TLS 1.2 beherrscht (KB3135244), und aktivieren Sie TLS 1.2 in Windows; sonst schlägt die Installation auf einem Server fehl, der nichts anderes zulässt.',
  'The server encrypts only in a way that is no longer safe: its certificate is signed with SHA-1, as the one is that SQL Server 2012 to 2016 make for themselves.':
    'Der Server verschlüsselt nur auf eine Weise, die nicht mehr sicher ist: Sein Zertifikat ist mit SHA-1 signiert, wie das, das SQL Server 2012 bis 2016 sich selbst ausstellen.',
  'Give it one that is signed with SHA-256 (SQL Server Configuration Manager, Protocols), and restart it.':
    'Weisen Sie ihm eines zu, das mit SHA-256 signiert ist (SQL Server-Konfigurations-Manager, Protokolle), und starten Sie ihn neu.',
  'For this check alone it was accepted.': 'Nur für diese Prüfung wurde es akzeptiert.',
  'The connection is encrypted, but the certificate is too weak to prove who the server is.':
    'Die Verbindung ist verschlüsselt, aber das Zertifikat ist zu schwach, um zu beweisen, welcher Server das ist.',
  'Give the server one with an RSA key of 2048 bits or more, signed with SHA-256 (SQL Server Configuration Manager, Protocols), and restart it.':
    'Weisen Sie dem Server eines mit einem RSA-Schlüssel von mindestens 2048 Bit zu, das mit SHA-256 signiert ist (SQL Server-Konfigurations-Manager, Protokolle), und starten Sie ihn neu.',
  '{host}, port {port}, says that it encrypts, and then breaks off, in whatever way it is tried.':
    '{host}, Port {port}, gibt an, dass er verschlüsselt, und bricht dann ab, wie man es auch versucht.',
  'Check its certificate and its log (SQL Server Configuration Manager, Protocols; ERRORLOG), and what stands between here and there.':
    'Überprüfen Sie sein Zertifikat und sein Protokoll (SQL Server-Konfigurations-Manager, Protokolle; ERRORLOG) und was zwischen hier und dort steht.',

  'SQL Server refuses to sign {who} in.': 'SQL Server verweigert die Anmeldung: {who}.',
  'Its log (ERRORLOG) names the reason.': 'Den Grund nennt sein Protokoll (ERRORLOG).',
  'the Windows account that this service runs as': 'das Windows-Konto, unter dem dieser Dienst läuft',
  'Check the user, the password and the kind of account under "Check with another account".':
    'Überprüfen Sie den Benutzer, das Kennwort und die Art des Kontos unter „Mit einem anderen Konto prüfen“.',
  'Run the service as the account that will run setup, and give that account a login, or name another account under "Check with another account".':
    'Führen Sie den Dienst unter dem Konto aus, das Setup ausführen wird, und geben Sie diesem Konto eine SQL-Anmeldung, oder geben Sie unter „Mit einem anderen Konto prüfen“ ein anderes Konto an.',
  'SQL Server takes {who} for nobody of a domain that it trusts.':
    'SQL Server erkennt hierin kein Konto einer Domäne, der er vertraut: {who}.',
  'Check the domain; a SQL login can sign in only where the server allows SQL Server authentication beside Windows authentication.':
    'Überprüfen Sie die Domäne; eine SQL-Anmeldung wird nur angenommen, wo der Server neben der Windows-Authentifizierung auch die SQL Server-Authentifizierung zulässt.',
  'The login of {who} is disabled.': 'Die SQL-Anmeldung ist deaktiviert: {who}.',
  'Enable it (ALTER LOGIN … ENABLE), or name another account under "Check with another account".':
    'Aktivieren Sie sie (ALTER LOGIN … ENABLE), oder geben Sie unter „Mit einem anderen Konto prüfen“ ein anderes Konto an.',
  'The login of {who} is locked out.': 'Die SQL-Anmeldung ist gesperrt: {who}.',
  'Unlock it (ALTER LOGIN … UNLOCK), or name another account under "Check with another account".':
    'Entsperren Sie sie (ALTER LOGIN … UNLOCK), oder geben Sie unter „Mit einem anderen Konto prüfen“ ein anderes Konto an.',
  'The password of {who} has expired.': 'Das Kennwort ist abgelaufen: {who}.',
  'The password of {who} has to be changed before it can be used.':
    'Das Kennwort muss geändert werden, bevor es verwendet werden kann: {who}.',
  'Set a new one, or name another account under "Check with another account".':
    'Legen Sie ein neues fest, oder geben Sie unter „Mit einem anderen Konto prüfen“ ein anderes Konto an.',
  'SQL Server lets {who} in, but not into its database master.':
    'SQL Server lässt die Anmeldung zu, aber nicht den Zugriff auf seine Datenbank master: {who}.',
  'Name another account under "Check with another account".':
    'Geben Sie unter „Mit einem anderen Konto prüfen“ ein anderes Konto an.',
  'The default database of {who} can’t be opened.': 'Die Standarddatenbank lässt sich nicht öffnen: {who}.',
  'Give the login another one (ALTER LOGIN … DEFAULT_DATABASE), or name another account under "Check with another account".':
    'Geben Sie der SQL-Anmeldung eine andere (ALTER LOGIN … DEFAULT_DATABASE), oder geben Sie unter „Mit einem anderen Konto prüfen“ ein anderes Konto an.',
  'The SQL Server service is paused.': 'Der Dienst SQL Server ist angehalten.',
  'Continue it, and repeat the check.': 'Setzen Sie ihn fort, und wiederholen Sie die Prüfung.',
  'SQL Server is not ready for clients yet.': 'SQL Server ist noch nicht bereit für Clients.',
  'Wait until it has started, and repeat the check.': 'Warten Sie, bis er gestartet ist, und wiederholen Sie die Prüfung.',
  'SQL Server takes no more connections: as many are open as it allows ("user connections").':
    'SQL Server nimmt keine weiteren Verbindungen an: Es sind so viele offen, wie er zulässt („user connections“).',
  'Close some, or allow more, and repeat the check.':
    'Schließen Sie einige, oder lassen Sie mehr zu, und wiederholen Sie die Prüfung.',
  'Nothing is said of the account.': 'Über das Konto ist damit nichts gesagt.',
  'SQL Server is being upgraded and lets nobody in.': 'SQL Server wird gerade aktualisiert und lässt keine Anmeldungen zu.',
  'Wait until it is done, and repeat the check.': 'Warten Sie, bis das abgeschlossen ist, und wiederholen Sie die Prüfung.',
  'SQL Server lets only administrators in at the moment.': 'SQL Server lässt im Moment nur Administratoren zu.',
  'Wait until it is open again, and repeat the check.':
    'Warten Sie, bis er wieder für alle offen ist, und wiederholen Sie die Prüfung.',
  'SQL Server takes no more users: as many are signed in as it has licenses for.':
    'SQL Server nimmt keine weiteren Benutzer an: Es sind so viele angemeldet, wie er Lizenzen hat.',
  'Sign some out, and repeat the check.': 'Melden Sie einige ab, und wiederholen Sie die Prüfung.',
  'SQL Server runs in single-user mode, and somebody is signed in.':
    'SQL Server läuft im Einzelbenutzermodus, und jemand ist angemeldet.',
  'Start it as usual, and repeat the check.': 'Starten Sie ihn wie üblich, und wiederholen Sie die Prüfung.',
  'SQL Server refuses to answer what the check asks.': 'SQL Server verweigert die Antwort auf das, was die Prüfung fragt.',
  'The connection broke off in the middle of a question.': 'Die Verbindung ist mitten in einer Abfrage abgebrochen.',
  'The connection broke off while signing in.': 'Die Verbindung ist während der Anmeldung abgebrochen.',
  'Check that SQL Server is well, and repeat the check.':
    'Vergewissern Sie sich, dass SQL Server ordnungsgemäß läuft, und wiederholen Sie die Prüfung.',
  'Windows could not reach or ask the server.': 'Windows konnte den Server nicht erreichen oder nicht abfragen.',
  'Name an account under "Check with another account", or check by hand: that the account which runs setup is a sysadmin, that full-text search is installed, and whether the database exists.':
    'Geben Sie unter „Mit einem anderen Konto prüfen“ ein Konto an, oder prüfen Sie selbst: ob das Konto, das Setup ausführt, sysadmin ist, ob die Volltextsuche installiert ist und ob es die Datenbank gibt.',
};
