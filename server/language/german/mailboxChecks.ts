import type { Catalog } from '../catalog.ts';

/** What is said of the application that opens the mailbox: whether it gets in, and how its registration went. */
export const mailboxChecks: Catalog = {
  'The directory knows the application and takes its secret.':
    'Das Verzeichnis kennt die Anwendung und nimmt ihren geheimen Clientschlüssel an.',
  'Enter the application ID, the tenant ID and the client secret.':
    'Geben Sie die Anwendungs-ID, die Mandanten-ID und den geheimen Clientschlüssel ein.',
  'The mailbox was not looked at, for the application could not sign in.':
    'Das Postfach wurde nicht angesehen, weil sich die Anwendung nicht anmelden konnte.',
  'Mend that, then repeat it.': 'Beheben Sie das, und wiederholen Sie es dann.',
  'The application lacks the permission {permission} of Office 365 Exchange Online.':
    'Der Anwendung fehlt die Berechtigung {permission} für Office 365 Exchange Online.',
  'Add it as an application permission, grant admin consent, wait a few minutes, then repeat it.':
    'Fügen Sie sie als Anwendungsberechtigung hinzu, erteilen Sie die Administratorzustimmung, warten Sie einige Minuten, und wiederholen Sie es dann.',
  'Exchange Online blocks Exchange Web Services for this application, as it does since 1 October 2026 unless the organization has them enabled and the application is on its allow list.':
    'Exchange Online blockiert die Exchange-Webdienste für diese Anwendung, wie seit dem 1. Oktober 2026 immer, wenn die Organisation sie nicht aktiviert hat und die Anwendung nicht auf ihrer Zulassungsliste steht.',
  'As an Exchange administrator, set EwsAllowedAppIDs to the whole list with {application} in it, then EwsEnabled to true (Set-OrganizationConfig), and see that EwsEnabled is not false for the mailbox (Get-CASMailbox).':
    'Setzen Sie als Exchange-Administrator EwsAllowedAppIDs auf die ganze Liste einschließlich {application} und dann EwsEnabled auf true (Set-OrganizationConfig), und vergewissern Sie sich, dass EwsEnabled für das Postfach nicht false ist (Get-CASMailbox).',
  'the application ID': 'Anwendungs-ID',
  'It may take a day to take effect, and ends on 1 April 2027 (message center MC1227454).':
    'Das kann einen Tag brauchen, bis es wirkt, und endet am 1. April 2027 (Nachrichtencenter MC1227454).',
  'The directory knows no such tenant.': 'Das Verzeichnis kennt diesen Mandanten nicht.',
  'Check the tenant ID, and the cloud of the mail server.': 'Überprüfen Sie die Mandanten-ID und die Cloud des Mailservers.',
  'A new secret takes a minute to be known.': 'Ein neuer geheimer Clientschlüssel ist erst nach einer Minute bekannt.',
  'The directory does not let the application sign in.': 'Das Verzeichnis lässt die Anmeldung der Anwendung nicht zu.',
  'See its words.': 'Lesen Sie die Begründung.',
  'The application opens the mailbox {mailbox}.': 'Die Anwendung öffnet das Postfach {mailbox}.',
  'The mail service does not take the application’s token ({code}).':
    'Der Maildienst nimmt das Token der Anwendung nicht an ({code}).',
  'See its words; a permission that was just granted takes a few minutes to count.':
    'Lesen Sie die Begründung; eine gerade erteilte Berechtigung gilt erst nach einigen Minuten.',
  'An application access policy keeps the application from {mailbox}.':
    'Eine Anwendungszugriffsrichtlinie verwehrt der Anwendung den Zugriff: {mailbox}.',
  'the mailbox': 'das Postfach',
  'Add the mailbox to the group of the policy; a change may take an hour.':
    'Fügen Sie das Postfach der Gruppe der Richtlinie hinzu; eine Änderung kann eine Stunde brauchen.',
  'The application has the permission {permission}, and the mail service takes its token.':
    'Die Anwendung hat die Berechtigung {permission}, und der Maildienst nimmt ihr Token an.',
  'The mailbox itself is opened before the installation, once its address is known.':
    'Das Postfach selbst wird vor der Installation geöffnet, sobald seine Adresse bekannt ist.',
  'The mail service does not serve the application ({code}).': 'Der Maildienst bedient die Anwendung nicht ({code}).',
  'The mailbox {mailbox} does not open ({code}).': 'Das Postfach {mailbox} lässt sich nicht öffnen ({code}).',
  'Check its address, that it has a license, and that the application’s access policy includes it.':
    'Überprüfen Sie seine Adresse, ob es eine Lizenz hat und ob die Zugriffsrichtlinie der Anwendung es einschließt.',
  'The tenant is of {found}, and the mail page says {chosen}.':
    'Der Mandant gehört zu {found}, und auf der Seite für den Mailserver steht {chosen}.',
  'Choose {found} there ("Government cloud"), or enter the ID of the right tenant.':
    'Wählen Sie dort {found} („Government-Cloud“), oder geben Sie die ID des richtigen Mandanten ein.',
  'Choose {found} ("Government cloud").': 'Wählen Sie {found} („Government-Cloud“).',

  'Creating the application failed.': 'Das Erstellen der Anwendung ist fehlgeschlagen.',
  'Creating the service principal failed.': 'Das Erstellen des Dienstprinzipals ist fehlgeschlagen.',
  'Adding the client secret failed.': 'Das Hinzufügen des geheimen Clientschlüssels ist fehlgeschlagen.',
  'Granting consent failed.': 'Das Erteilen der Zustimmung ist fehlgeschlagen.',
  'The directory refuses the sign-in: {words}': 'Das Verzeichnis verweigert die Anmeldung: {words}',
  'Register again.': 'Registrieren Sie erneut.',
  'Register again, signed in as an administrator who may create applications.':
    'Registrieren Sie erneut, angemeldet als ein Administrator, der Anwendungen erstellen darf.',
  'The directory handed out no secret.': 'Das Verzeichnis hat keinen geheimen Clientschlüssel ausgegeben.',
  'The tenant has no Office 365 Exchange Online.': 'Der Mandant hat kein Office 365 Exchange Online.',
  'See that the sign-in is to the tenant of the mailbox.':
    'Vergewissern Sie sich, dass die Anmeldung beim Mandanten des Postfachs erfolgt.',
};
