import type { Catalog } from '../catalog.ts';

/** The three ways to a mailbox application, step by step. What stands on screen is called as the German Azure portal calls it. */
export const waysToApplication: Catalog = {
  'Global Administrator in Microsoft Entra, to register the application and to consent for the organization':
    'Globaler Administrator in Microsoft Entra, um die Anwendung zu registrieren und die Zustimmung für die Organisation zu erteilen',
  'Exchange administrator in Exchange Online, to restrict the application to the mailbox and to allow it Exchange Web Services':
    'Exchange-Administrator in Exchange Online, um die Anwendung auf das Postfach zu beschränken und ihr die Exchange-Webdienste zu erlauben',

  'Have it registered now': 'Jetzt registrieren lassen',
  'The account that signed in on the sign-in page registers the application.':
    'Das auf der Seite „Anmelden“ angemeldete Konto registriert die Anwendung.',
  'If it may not consent for the organization, a screen follows with a link for a Global Administrator.':
    'Darf es die Zustimmung für die Organisation nicht erteilen, folgt ein Bildschirm mit einem Link für einen globalen Administrator.',
  'Enter the mailbox, the mail-enabled group that is to hold it, and in how many months the client secret expires; then have the application registered.':
    'Geben Sie das Postfach, die E-Mail-aktivierte Gruppe, die es enthalten soll, und die Laufzeit des geheimen Clientschlüssels in Monaten ein, und lassen Sie die Anwendung dann registrieren.',
  'It is given full_access_as_app of Office 365 Exchange Online, and nothing else.':
    'Sie erhält full_access_as_app von Office 365 Exchange Online und sonst nichts.',
  'As an Exchange administrator, run the scripts on the screen that follows: that of the access policy or that of the role, and that of the allow list of Exchange Web Services.':
    'Führen Sie als Exchange-Administrator die Skripts auf dem folgenden Bildschirm aus: das für die Zugriffsrichtlinie oder das für die Rolle sowie das für die Zulassungsliste der Exchange-Webdienste.',
  'Back on this page the three fields are filled in.': 'Zurück auf dieser Seite sind die drei Felder ausgefüllt.',
  'Nobody needs to see the client secret; if it has to be entered elsewhere, it can be handed out once.':
    'Niemand muss den geheimen Clientschlüssel sehen; muss er an anderer Stelle eingegeben werden, kann er einmal ausgehändigt werden.',

  "Register it by Microsoft's script, Create-MIMMailboxApp.ps1":
    'Mit dem Skript von Microsoft registrieren, Create-MIMMailboxApp.ps1',
  'Find Create-MIMMailboxApp.ps1 among the files that come with the installer: in Scripts.zip, folder Scripts\\Service and Portal; or in Service and Portal.zip, folder Service and Portal\\Program Files\\Microsoft Forefront Identity Manager\\2010\\Service\\Scripts.':
    'Suchen Sie Create-MIMMailboxApp.ps1 unter den Dateien, die zum Installationsprogramm gehören: in Scripts.zip im Ordner Scripts\\Service and Portal oder in Service and Portal.zip im Ordner Service and Portal\\Program Files\\Microsoft Forefront Identity Manager\\2010\\Service\\Scripts.',
  'On a computer with a browser, open Windows PowerShell in the folder that you unpacked it to, and run the first script below, with the address of the mailbox filled in.':
    'Öffnen Sie auf einem Computer mit Browser Windows PowerShell in dem Ordner, in den Sie es entpackt haben, und führen Sie das erste der Skripts unten aus, in dem die Adresse des Postfachs eingesetzt ist.',
  'Sign in as a Global Administrator first, then, when asked again, as an Exchange administrator.':
    'Melden Sie sich zuerst als globaler Administrator an und bei der zweiten Aufforderung als Exchange-Administrator.',
  'In this cloud the script needs further parameters.': 'In dieser Cloud benötigt das Skript weitere Parameter.',
  'The guide does not name them: the script below passes the name of this cloud ({names}) to those that accept one, and lists all parameters if none does.':
    'Die Anleitung nennt sie nicht: Das Skript unten übergibt den Namen dieser Cloud ({names}) an diejenigen, die einen annehmen, und führt alle Parameter auf, wenn keiner dies tut.',
  'It creates the application, its secret, the group MIMMailboxAccess with the mailbox in it, and the access policy.':
    'Es erstellt die Anwendung, ihren geheimen Clientschlüssel, die Gruppe MIMMailboxAccess mit dem Postfach darin und die Zugriffsrichtlinie.',
  'After 30 seconds it opens a browser: sign in as a Global Administrator and accept.':
    'Nach 30 Sekunden öffnet es einen Browser: Melden Sie sich als globaler Administrator an, und stimmen Sie zu.',
  'If the browser shows an error, wait a little, and open the link that the script has printed.':
    'Zeigt der Browser einen Fehler an, warten Sie ein wenig, und öffnen Sie den Link, den das Skript ausgegeben hat.',
  'Copy ApplicationId, TenantId and ClientSecret from its last lines into the fields of this page: the secret is not shown again.':
    'Kopieren Sie ApplicationId, TenantId und ClientSecret aus den letzten Zeilen in die Felder dieser Seite: Der geheime Clientschlüssel wird nicht noch einmal angezeigt.',
  'As an Exchange administrator, run the script of the allow list below.':
    'Führen Sie als Exchange-Administrator das Skript für die Zulassungsliste unten aus.',
  "Microsoft's script is older than the block of Exchange Web Services.":
    'Das Skript von Microsoft ist älter als die Blockierung der Exchange-Webdienste.',
  'Run Create-MIMMailboxApp.ps1': 'Create-MIMMailboxApp.ps1 ausführen',

  'Register it by hand': 'Von Hand registrieren',
  'Sign in to {portal} as a Global Administrator.': 'Melden Sie sich bei {portal} als globaler Administrator an.',
  'Open Microsoft Entra ID.': 'Öffnen Sie Microsoft Entra ID.',
  'Copy the Tenant ID from its overview.': 'Kopieren Sie die Mandanten-ID aus der Übersicht.',
  'Open App registrations, and choose New registration.':
    'Öffnen Sie „App-Registrierungen“, und wählen Sie „Neue Registrierung“.',
  'Name it, such as MIM Service mailbox client access, and choose Register.':
    'Geben Sie einen Namen ein, z. B. MIM Service mailbox client access, und wählen Sie „Registrieren“.',
  'Copy its Application (client) ID.': 'Kopieren Sie ihre „Anwendungs-ID (Client)“.',
  'Open API permissions.': 'Öffnen Sie „API-Berechtigungen“.',
  'Beside User.Read, choose Remove permission, and confirm.':
    'Wählen Sie neben User.Read „Berechtigung entfernen“, und bestätigen Sie.',
  'Choose Add a permission, then APIs my organization uses, and look for Office 365 Exchange Online.':
    'Wählen Sie „Berechtigung hinzufügen“, dann „Von meiner Organisation verwendete APIs“, und suchen Sie nach Office 365 Exchange Online.',
  'Choose Application permissions, tick full_access_as_app, and choose Add permissions.':
    'Wählen Sie „Anwendungsberechtigungen“, aktivieren Sie full_access_as_app, und wählen Sie „Berechtigungen hinzufügen“.',
  'The permission shows, not granted yet.': 'Die Berechtigung wird angezeigt, ist aber noch nicht erteilt.',
  'Choose Grant admin consent.': 'Wählen Sie „Administratorzustimmung erteilen“.',
  'Open Certificates & secrets, and choose New client secret.':
    'Öffnen Sie „Zertifikate & Geheimnisse“, und wählen Sie „Neuer geheimer Clientschlüssel“.',
  'Name it, such as MIM Service, and choose when it expires: the MIM Service needs another one before then.':
    'Geben Sie einen Namen ein, z. B. MIM Service, und wählen Sie aus, wann er abläuft: Vorher benötigt der MIM-Dienst einen neuen.',
  'Copy its Value, not the Secret ID; it is not shown again.':
    'Kopieren Sie den „Wert“, nicht die „Geheime ID“; er wird nicht noch einmal angezeigt.',
  'Enter Tenant ID, Application ID and the value of the secret on this page.':
    'Geben Sie auf dieser Seite die Mandanten-ID, die Anwendungs-ID und den Wert des geheimen Clientschlüssels ein.',
  'Then, as an Exchange administrator, run the scripts below: that of the access policy or that of the role, so that the application can open this mailbox alone, and that of the allow list.':
    'Führen Sie dann als Exchange-Administrator die Skripts unten aus: das für die Zugriffsrichtlinie oder das für die Rolle, damit die Anwendung nur dieses Postfach öffnen kann, sowie das für die Zulassungsliste.',
};
