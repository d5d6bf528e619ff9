import type { Catalog } from '../catalog.ts';

/** What the mail server page says. A mailbox is a „Postfach“, polling it „Abruf“, an add-in „Add-In“. */
export const mailServerPage: Catalog = {
  'Configure mail server connection': 'Mailserververbindung konfigurieren',
  'Choose how the MIM Service sends and receives mail, and whether it runs as a group managed service account.':
    'Wählen Sie aus, wie der MIM-Dienst E-Mails sendet und empfängt und ob er unter einem gruppenverwalteten Dienstkonto ausgeführt wird.',
  'Mail Server': 'Mailserver',
  'Mail server host name': 'Hostname des Mailservers',
  'For Exchange and SMTP.': 'Für Exchange und SMTP.',
  Authentication: 'Authentifizierung',
  'Use Group Managed Service Account': 'Gruppenverwaltetes Dienstkonto verwenden',
  'Government cloud': 'Government-Cloud',
  "Left out, DoD where the tenant's cloud is DoD, else GCC High.":
    'Ohne Angabe gilt DoD, wenn die Cloud des Mandanten DoD ist, andernfalls GCC High.',
  'With an SMTP server, approvals from the Outlook add-in are not possible, and only a regular service account works.':
    'Mit einem SMTP-Server sind keine Genehmigungen über das Outlook-Add-In möglich, und nur ein normales Dienstkonto kann verwendet werden.',
  'Office 365 no longer supports Basic Authentication.': 'Office 365 unterstützt die Standardauthentifizierung nicht mehr.',
  'Application Context Authentication is recommended.': 'Empfohlen wird die Authentifizierung im Anwendungskontext.',
  'GCC High and DoD have mail hosts of their own: outlook.office365.us and outlook-dod.office365.us.':
    'GCC High und DoD haben eigene Mailhosts: outlook.office365.us und outlook-dod.office365.us.',
  'Choose the cloud that the mailbox is in; the check of the sign-in names that of the tenant.':
    'Wählen Sie die Cloud aus, in der sich das Postfach befindet; die des Mandanten nennt die Prüfung der Anmeldung.',
  'Application Context Authentication needs build 4.6.421.0 or later of the installer.':
    'Die Authentifizierung im Anwendungskontext setzt Build 4.6.421.0 oder höher des Installationsprogramms voraus.',
  'Exchange Online blocks Exchange Web Services, by which the MIM Service reads its mailbox: since 1 October 2026 they answer only where the organization has them enabled (EwsEnabled) and the application stands on its allow list (EwsAllowedAppIDs), and on 1 April 2027 they are switched off for good (message center MC1227454).':
    'Exchange Online blockiert die Exchange-Webdienste, über die der MIM-Dienst sein Postfach liest: Seit dem 1. Oktober 2026 antworten sie nur noch, wenn die Organisation sie aktiviert hat (EwsEnabled) und die Anwendung auf ihrer Zulassungsliste steht (EwsAllowedAppIDs). Am 1. April 2027 werden sie endgültig abgeschaltet (Nachrichtencenter, MC1227454).',

  'Without a mail server, the guide to the Volume License edition enters localhost and clears the boxes beside it (Microsoft Learn, "Install MIM 2016: MIM Service and Portal").':
    'Ohne Mailserver trägt die Anleitung zur Volumenlizenz-Edition localhost ein und deaktiviert die Kontrollkästchen daneben (Microsoft Learn, „Install MIM 2016: MIM Service and Portal“).',
  'What the choice None of this edition sets is not publicly known.':
    'Was in dieser Edition die Auswahl „Keiner“ festlegt, ist nicht öffentlich bekannt.',
  'Encrypted connection to the mail server': 'Verschlüsselte Verbindung zum Mailserver',
  '1 is with encryption, for an SMTP server that offers it.':
    '1 steht für eine verschlüsselte Verbindung, sofern der SMTP-Server sie anbietet.',
  'Exchange is always reached by https; whether an SMTP server is reached encrypted, the page does not ask.':
    'Die Verbindung zu Exchange verwendet immer https; ob die Verbindung zu einem SMTP-Server verschlüsselt wird, fragt die Seite nicht ab.',
  '0 is without.': '0 steht für eine unverschlüsselte Verbindung.',
  'Polling of the mailbox': 'Abruf des Postfachs',
  "Microsoft's own module passes 0.": 'Das Modul von Microsoft übergibt 0.',
  "For Office 365, Microsoft's own module passes 0, and its guide to the Volume License edition sets PollExchangeEnabled to 1 after the installation (HKLM\\SYSTEM\\CurrentControlSet\\Services\\FIMService).":
    'Für Office 365 übergibt das Modul von Microsoft 0, und Microsofts Anleitung zur Volumenlizenz-Edition setzt PollExchangeEnabled nach der Installation auf 1 (HKLM\\SYSTEM\\CurrentControlSet\\Services\\FIMService).',
  'Other scripts pass 1.': 'Andere Skripts übergeben 1.',
  'How the installer is told that there is no mail server is not publicly known: MAIL_SERVER is set as the Volume License edition has it.':
    'Wie dem Installationsprogramm mitgeteilt wird, dass es keinen Mailserver gibt, ist nicht öffentlich bekannt: MAIL_SERVER wird wie bei der Volumenlizenz-Edition festgelegt.',
  'The property that chooses Basic or Application Context Authentication is not publicly known.':
    'Welche Eigenschaft zwischen Standardauthentifizierung und Authentifizierung im Anwendungskontext wählt, ist nicht öffentlich bekannt.',
  'The property that chooses the Office 365 cloud is not publicly known.':
    'Welche Eigenschaft die Office 365-Cloud auswählt, ist nicht öffentlich bekannt.',

  'Invalid Mail Authentication': 'Ungültige Mailauthentifizierung',
  'Authentication method selected is not supported by this Mail Server.':
    'Die ausgewählte Authentifizierungsmethode wird von diesem Mailserver nicht unterstützt.',
  'These options work with it:': 'Mit ihm funktionieren die folgenden Optionen:',

  'Needs {what}.': 'Erforderlich: {what}.',
  'Needs nothing more.': 'Weitere Angaben sind nicht erforderlich.',
  'the host name of the mail server': 'Hostname des Mailservers',
  'an application that may open the mailbox': 'Anwendung mit Zugriff auf das Postfach',
  "the service account's password": 'Kennwort des Dienstkontos',
  "the service account's e-mail address": 'E-Mail-Adresse des Dienstkontos',
  "the mailbox's password": 'Kennwort des Postfachs',
};
