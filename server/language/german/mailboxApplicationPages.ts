import type { Catalog } from '../catalog.ts';

/**
 * What the page of the mailbox application says, and what lies over it. The names are those of the German Azure portal: client secret
 * „geheimer Clientschlüssel“, admin consent „Administratorzustimmung“, allow list „Zulassungsliste“.
 */
export const mailboxApplicationPages: Catalog = {
  'Configure Office 365 mailbox': 'Office 365-Postfach konfigurieren',
  "Enter the application that may open the MIM Service's mailbox, or have it registered now.":
    'Geben Sie die Anwendung an, die auf das Postfach des MIM-Diensts zugreifen darf, oder lassen Sie sie jetzt registrieren.',
  'It is known by its ID and its tenant, and signs in with a secret.':
    'Sie wird durch ihre ID und ihren Mandanten bestimmt und meldet sich mit einem geheimen Clientschlüssel an.',
  'Tenant ID': 'Mandanten-ID',
  'Client Secret': 'Geheimer Clientschlüssel',
  'A client secret that expires has to be replaced in the MIM Service before it does.':
    'Ein geheimer Clientschlüssel muss im MIM-Dienst ersetzt werden, bevor er abläuft.',
  'The property that carries the {what} is not publicly known.':
    'Mit welcher Eigenschaft dieser Wert übergeben wird ({what}), ist nicht öffentlich bekannt.',
  "Reading the package shows it; the value can also be set afterwards by the installer's Change mode.":
    'Das Paket selbst gibt darüber Auskunft; der Wert kann auch nachträglich im Modus „Ändern“ des Installationsprogramms festgelegt werden.',
  'application ID': 'Anwendungs-ID',
  'tenant ID': 'Mandanten-ID',
  'client secret': 'geheimer Clientschlüssel',

  'Failed to access Office 365 mailbox': 'Fehler beim Zugriff auf das Office 365-Postfach',
  'Please check authentication information provided.': 'Bitte überprüfen Sie die angegebenen Authentifizierungsinformationen.',
  'The directory knows no such tenant or application.': 'Der Mandant oder die Anwendung ist im Verzeichnis nicht bekannt.',
  'The secret is refused, the permission is missing, or the mailbox does not open.':
    'Der geheime Clientschlüssel wird abgelehnt, die Berechtigung fehlt, oder das Postfach lässt sich nicht öffnen.',
  'The words of the directory or the mail service are below.':
    'Die Meldung des Verzeichnisses oder des E-Mail-Diensts steht unten.',

  'Grant admin consent': 'Administratorzustimmung erteilen',
  'The application is registered, and the account that registered it may not consent for the organization.':
    'Die Anwendung ist registriert. Das Konto, mit dem sie registriert wurde, darf die Zustimmung für die Organisation jedoch nicht erteilen.',
  'Have a Global Administrator open the link and accept, then go on.':
    'Lassen Sie einen globalen Administrator den Link öffnen und zustimmen, und fahren Sie dann fort.',
  'As a Global Administrator, open {url} and accept.': 'Öffnen Sie als globaler Administrator {url}, und stimmen Sie zu.',
  'If the page shows an error, wait a minute and open it again.':
    'Zeigt die Seite einen Fehler an, warten Sie eine Minute, und öffnen Sie sie erneut.',

  'Restrict the application to the mailbox': 'Anwendung auf das Postfach beschränken',
  'The application may open every mailbox of the organization until an access policy or a role restricts it, and none until Exchange Web Services are allowed to it.':
    'Die Anwendung darf auf jedes Postfach der Organisation zugreifen, bis eine Zugriffsrichtlinie oder eine Rolle sie beschränkt – und auf keines, solange ihr die Exchange-Webdienste nicht erlaubt sind.',
  'As an Exchange Online administrator, run the script of the policy or that of the role, and that of the allow list; then go on.':
    'Führen Sie als Exchange Online-Administrator das Skript für die Richtlinie oder das für die Rolle aus sowie das für die Zulassungsliste, und fahren Sie dann fort.',
  'The client secret expires on {date}: replace it before.':
    'Der geheime Clientschlüssel läuft am {date} ab: Ersetzen Sie ihn vorher.',
  'an unknown date': 'unbekannten Tag',
};
