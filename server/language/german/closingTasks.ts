import type { Catalog } from '../catalog.ts';

/** What is left to be done after the installer. The zone and the setting are called as in German Windows. */
export const closingTasks: Catalog = {
  'Restart the server': 'Server neu starten',
  'The installer asks for a restart.': 'Das Installationsprogramm fordert einen Neustart an.',
  'This installation is taken up here when the service runs again.':
    'Diese Installation wird hier fortgesetzt, sobald der Dienst wieder ausgeführt wird.',
  'See that the MIM Service runs': 'Sicherstellen, dass der MIM-Dienst ausgeführt wird',
  'See that the service FIMService is running, and that its port 5725 answers.':
    'Stellen Sie sicher, dass der Dienst FIMService ausgeführt wird und an seinem Port 5725 antwortet.',
  'Open the MIM Portal': 'MIM-Portal öffnen',
  'Open {url} as the user who ran the installation.': 'Öffnen Sie {url} als der Benutzer, der die Installation ausgeführt hat.',
  'The first visit can take a while.': 'Der erste Aufruf kann eine Weile dauern.',
  'Add the portal to the Local intranet zone': 'Portal zur Zone „Lokales Intranet“ hinzufügen',
  'Add {url} to the Local intranet zone of the browsers that use it.':
    'Fügen Sie {url} in den Browsern, die das Portal verwenden, zur Zone „Lokales Intranet“ hinzu.',
  'Turn Compatibility View off for intranet sites': 'Kompatibilitätsansicht für Intranetsites deaktivieren',
  'Turn the setting "Display intranet sites in Compatibility View" off.':
    'Deaktivieren Sie die Einstellung „Intranetsites in Kompatibilitätsansicht anzeigen“.',
  'Let users who are no administrators in': 'Benutzern ohne Administratorrechte Zugang gewähren',
  'Enable the management policy rule "User management: Users can read attributes of their own".':
    'Aktivieren Sie die Verwaltungsrichtlinienregel „User management: Users can read attributes of their own“.',
  'See that the MIM Service connects to the mail server as chosen':
    'Sicherstellen, dass der MIM-Dienst die Verbindung zum Mailserver wie ausgewählt herstellt',
  'The command left some choices of the mail server page out, and the installer took its own defaults.':
    'Der Befehl enthielt nicht alle Angaben der Seite für den Mailserver, und das Installationsprogramm hat seine eigenen Vorgaben verwendet.',
  'Run the installer in Change mode and compare the page Configure mail server connection with the plan.':
    'Führen Sie das Installationsprogramm im Modus „Ändern“ aus, und vergleichen Sie die Seite „Mailserververbindung konfigurieren“ mit dem Plan.',
  'Enter the mailbox application in the MIM Service': 'Postfachanwendung im MIM-Dienst eingeben',
  'The command left the mailbox application out.': 'Der Befehl enthielt die Postfachanwendung nicht.',
  'Run the installer in Change mode, and enter on the page Configure Office 365 mailbox the application ID {application}, the tenant ID {tenant}, and the client secret.':
    'Führen Sie das Installationsprogramm im Modus „Ändern“ aus, und geben Sie auf der Seite „Office 365-Postfach konfigurieren“ die Anwendungs-ID {application}, die Mandanten-ID {tenant} und den geheimen Clientschlüssel ein.',
  'Where it was registered here, the secret is handed out once, and destroyed when the installation is finished.':
    'Wurde die Anwendung hier registriert, wird der geheime Clientschlüssel einmal ausgehändigt und bei Abschluss der Installation vernichtet.',
  'Allow the application Exchange Web Services': 'Der Anwendung die Exchange-Webdienste erlauben',
  'Exchange Online blocks Exchange Web Services unless the application is on the allow list of the organization.':
    'Exchange Online blockiert die Exchange-Webdienste, wenn die Anwendung nicht auf der Zulassungsliste der Organisation steht.',
  'Run the script as an Exchange Online administrator.': 'Führen Sie das Skript als Exchange Online-Administrator aus.',
  'It may take a day to take effect.': 'Bis es wirkt, kann ein Tag vergehen.',
  'If this has been done already, for instance while the application was being registered, just confirm it here.':
    'Ist dies bereits geschehen, etwa bei der Registrierung der Anwendung, bestätigen Sie es hier nur.',
  'The permission full_access_as_app opens every mailbox of the organization.':
    'Die Berechtigung full_access_as_app öffnet jedes Postfach der Organisation.',
  'Run the script as an Exchange Online administrator; or open the mailbox by a role of Exchange Online instead, by the script that the plan has for it.':
    'Führen Sie das Skript als Exchange Online-Administrator aus, oder öffnen Sie das Postfach stattdessen mit dem im Plan enthaltenen Skript über eine Rolle von Exchange Online.',
  'Install add-ins, extensions and language packs (optional)': 'Add-Ins, Erweiterungen und Sprachpakete installieren (optional)',
  'Skip this where nobody needs them.': 'Überspringen Sie dies, wenn niemand sie benötigt.',

  'Since 1 October 2026, Exchange Online has blocked Exchange Web Services unless the organization has them enabled and the application is on its allow list; on 1 April 2027 it switches them off for good (message center MC1227454).':
    'Seit dem 1. Oktober 2026 blockiert Exchange Online die Exchange-Webdienste, wenn die Organisation sie nicht aktiviert hat oder die Anwendung nicht auf ihrer Zulassungsliste steht; am 1. April 2027 werden sie endgültig abgeschaltet (Nachrichtencenter, MC1227454).',
  'Run the script as an Exchange Online administrator: it creates the mail-enabled group, makes the mailbox its member, and then creates the policy.':
    'Führen Sie das Skript als Exchange Online-Administrator aus: Es erstellt die E-Mail-aktivierte Gruppe, nimmt das Postfach als Mitglied auf und erstellt dann die Richtlinie.',
  'Or, in place of that policy: open the mailbox by a role of Exchange Online':
    'Oder anstelle dieser Richtlinie: Postfach über eine Rolle von Exchange Online öffnen',
  'In place of new policies Microsoft recommends RBAC for Applications.':
    'Anstelle neuer Richtlinien empfiehlt Microsoft RBAC für Anwendungen.',
  'Run this script instead of that of the policy, then remove the permission full_access_as_app from the application in Microsoft Entra: role and permission add up.':
    'Führen Sie dieses Skript anstelle des Skripts für die Richtlinie aus, und entfernen Sie dann in Microsoft Entra die Berechtigung full_access_as_app von der Anwendung: Rolle und Berechtigung gelten sonst nebeneinander.',
  'Run the installer on the server': 'Installationsprogramm auf dem Server ausführen',
  'This service cannot run the installer here.': 'Dieser Dienst kann das Installationsprogramm hier nicht ausführen.',
  'Run the script on the server, elevated; then report its exit code and its log: POST {address} with the log as the body, or mim-setup report.':
    'Führen Sie das Skript auf dem Server mit erhöhten Rechten aus, und melden Sie dann seinen Exitcode und sein Protokoll: POST {address} mit dem Protokoll als Inhalt, oder mim-setup report.',
};
