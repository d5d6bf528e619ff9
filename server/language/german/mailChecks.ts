import type { Catalog } from '../catalog.ts';

/** What the checks of the mail server say. Exchange-Webdienste are called so in German Exchange; the mechanisms of SMTP stay. */
export const mailChecks: Catalog = {
  'This can only be told once the mail server answers as it should.':
    'Das lässt sich erst feststellen, wenn der Mailserver antwortet, wie er soll.',
  '{host} answers by TLS, with a certificate that this host trusts.':
    '{host} antwortet über TLS, mit einem Zertifikat, dem dieser Host vertraut.',
  '{host} answers, but has no Exchange Web Services at {path}.':
    '{host} antwortet, hat aber unter {path} keine Exchange-Webdienste.',
  'Name the Exchange server.': 'Geben Sie den Exchange-Server an.',
  '{host} answers with error {status}.': '{host} antwortet mit Fehler {status}.',
  'See on the Exchange server that the application pool MSExchangeServicesAppPool runs.':
    'Vergewissern Sie sich auf dem Exchange-Server, dass der Anwendungspool MSExchangeServicesAppPool läuft.',
  'Exchange Web Services answer at {url}.': 'Die Exchange-Webdienste antworten unter {url}.',
  'It offers {schemes}.': 'Angeboten wird: {schemes}.',
  'It asks for no sign-in at all.': 'Eine Anmeldung wird gar nicht verlangt.',
  '{host} does not offer Basic Authentication.': '{host} bietet die Standardauthentifizierung nicht an.',
  '{host} still names Basic Authentication, which Office 365 no longer supports.':
    '{host} nennt noch die Standardauthentifizierung, die Office 365 nicht mehr unterstützt.',
  'Choose Application Context Authentication.': 'Wählen Sie die Authentifizierung im Anwendungskontext.',
  '{host} offers Integrated Windows Authentication.': '{host} bietet die integrierte Windows-Authentifizierung an.',
  '{host} offers neither Negotiate nor NTLM, which Integrated Windows Authentication needs.':
    '{host} bietet weder Negotiate noch NTLM an, was die integrierte Windows-Authentifizierung benötigt.',
  'Turn Windows authentication on for the EWS virtual directory: Set-WebServicesVirtualDirectory -WindowsAuthentication $true.':
    'Aktivieren Sie die Windows-Authentifizierung für das virtuelle Verzeichnis EWS: Set-WebServicesVirtualDirectory -WindowsAuthentication $true.',

  'It offers {before} before TLS and {after} after.': 'Angeboten wird vor TLS: {before}; danach: {after}.',
  'no authentication': 'keine Authentifizierung',
  '{host} offers NTLM or GSSAPI only once the connection is encrypted, and the installer sets the MIM Service up without encryption.':
    '{host} bietet NTLM oder GSSAPI erst an, wenn die Verbindung verschlüsselt ist, und das Installationsprogramm richtet den MIM-Dienst ohne Verschlüsselung ein.',
  "Offer them before STARTTLS as well, or turn TLS on in the MIM Service's configuration after the installation.":
    'Bieten Sie sie auch vor STARTTLS an, oder aktivieren Sie TLS nach der Installation in der Konfiguration des MIM-Diensts.',
  '{host} offers neither NTLM nor GSSAPI, which Integrated Windows Authentication needs.':
    '{host} bietet weder NTLM noch GSSAPI an, was die integrierte Windows-Authentifizierung benötigt.',
  'Turn one of them on at the server; a server that takes mail from this host without any sign-in may do as it is: override the check then.':
    'Aktivieren Sie eines davon am Server; ein Server, der von diesem Host Mail ganz ohne Anmeldung annimmt, mag so genügen: Setzen Sie die Prüfung dann außer Kraft.',
  '{host} offers no STARTTLS: mail and sign-ins cross the network in the clear.':
    '{host} bietet kein STARTTLS an: Mail und Anmeldungen gehen im Klartext durch das Netzwerk.',
  'Turn STARTTLS on at the server.': 'Aktivieren Sie STARTTLS am Server.',
  '{host} offers STARTTLS, and then fails at it.': '{host} bietet STARTTLS an und scheitert dann daran.',
  'See its log and its certificate.': 'Sehen Sie sein Protokoll und sein Zertifikat durch.',
  '{host} offers STARTTLS, with a certificate that this host trusts.':
    '{host} bietet STARTTLS an, mit einem Zertifikat, dem dieser Host vertraut.',
  'The certificate of {host} is not trusted ({code}).': 'Dem Zertifikat von {host} wird nicht vertraut ({code}).',
  '{host} turns this host away.': '{host} weist diesen Host ab.',
  'See in its settings from where it takes mail.': 'Sehen Sie in seinen Einstellungen nach, von wo er Mail annimmt.',
  'What answers at {host} on port {port} is not an SMTP server, or it broke off.':
    'Was unter {host} an Port {port} antwortet, ist kein SMTP-Server, oder die Verbindung ist abgebrochen.',
  'It does not answer as SMTP servers do.': 'Er antwortet nicht, wie SMTP-Server es tun.',
  'Its lines never end.': 'Seine Zeilen enden nie.',
  'It says more than an SMTP server does.': 'Er sagt mehr, als ein SMTP-Server sagt.',
  'It closed the connection.': 'Er hat die Verbindung geschlossen.',
  'The server closed the connection.': 'Der Server hat die Verbindung geschlossen.',
  'The server closed the connection in the middle of the handshake.':
    'Der Server hat die Verbindung mitten im Handshake geschlossen.',
};
