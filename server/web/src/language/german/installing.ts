import type { Catalog } from '../speaker.ts';

/** What the pages say from the installation on: how far it is, what failed, the closing tasks („Abschlussaufgaben“), and the log. */
export const installing: Catalog = {
  'Installation progress': 'Fortschritt der Installation',
  Phase: 'Phase',
  Action: 'Aktion',
  Elapsed: 'Verstrichene Zeit',
  Starting: 'Wird gestartet',
  'Stopping: the installer is undoing what it has done.':
    'Wird angehalten: Das Installationsprogramm macht rückgängig, was es getan hat.',
  'Everything is being checked once more. Install waits for that.':
    'Alles wird noch einmal geprüft. „Installieren“ wartet darauf.',

  'The installer failed': 'Das Installationsprogramm ist fehlgeschlagen',
  'What to do': 'Was zu tun ist',
  'Possible causes, and what to do': 'Mögliche Ursachen und was jeweils zu tun ist',
  'Source: {source}': 'Quelle: {source}',
  'Failed in': 'Fehlgeschlagen bei',
  'Exit code': 'Exitcode',
  'Rolled back': 'Rückgängig gemacht',
  'Yes, everything': 'Ja, alles',
  'What the log says about it': 'Was das Protokoll dazu sagt',
  'What you can do now': 'Wie es weitergeht',
  'Retry installs again with the same answers.': '„Wiederholen“ installiert erneut mit denselben Angaben.',
  'Back returns to the review. Any page on the left takes you back to its answers.':
    '„Zurück“ führt zur Übersicht. Jede Seite links führt zurück zu ihren Angaben.',
  'Cancel gives up the installation.': '„Abbrechen“ gibt die Installation auf.',

  'Run the installer elsewhere': 'Installationsprogramm an anderer Stelle ausführen',
  'You can also run the script of the plan on the server as an administrator, and report the result here.':
    'Sie können das Skript des Plans auch als Administrator auf dem Server ausführen und das Ergebnis hier melden.',
  'Rehearse this too: report an exit code and a log, as if the installer had run on another computer.':
    'Auch dies lässt sich proben: Melden Sie einen Exitcode und ein Protokoll, als wäre das Installationsprogramm auf einem anderen Computer ausgeführt worden.',
  'This service cannot run the installer here. Run this script on the server as an administrator, and report the result.':
    'Dieser Dienst kann das Installationsprogramm hier nicht ausführen. Führen Sie dieses Skript als Administrator auf dem Server aus, und melden Sie das Ergebnis.',
  '0 for success, 3010 for success that needs a restart.': '0 bei Erfolg, 3010 bei Erfolg, der einen Neustart erfordert.',
  'Log file': 'Protokolldatei',
  'Used to find the cause of a failure. Passwords are removed.':
    'Dient dazu, die Ursache eines Fehlers zu finden. Kennwörter werden entfernt.',
  'The product is installed. Select this if you have checked that yourself and the log does not show it.':
    'Das Produkt ist installiert. Aktivieren Sie dies, wenn Sie es selbst geprüft haben und das Protokoll es nicht zeigt.',
  'Report the result': 'Ergebnis melden',

  '{settled} of {total} settled': '{settled} von {total} erledigt',
  Script: 'Skript',
  'Reason: {reason}': 'Begründung: {reason}',
  Done: 'Erledigt',
  Skip: 'Überspringen',
  open: 'offen',
  skipped: 'übersprungen',
  failed: 'fehlgeschlagen',
  'Reason (appears in the report)': 'Begründung (erscheint im Bericht)',
  'Skip the task': 'Aufgabe überspringen',
  'It failed': 'Fehlgeschlagen',
  'See the report': 'Bericht anzeigen',

  'The client secret registered here': 'Der hier registrierte geheime Clientschlüssel',
  'Nobody has seen it yet. It is handed out once, and destroyed when the installation is finished.':
    'Noch hat ihn niemand gesehen. Er wird einmal ausgehändigt und bei Abschluss der Installation vernichtet.',
  'Hand it out': 'Aushändigen',
  'Hand the client secret out?': 'Geheimen Clientschlüssel aushändigen?',
  'What is it for? (recorded with your name)': 'Wofür wird er benötigt? (wird mit Ihrem Namen gespeichert)',
  'The client secret': 'Der geheime Clientschlüssel',
  'Client secret': 'Geheimer Clientschlüssel',
  'It is not shown again. Keep it where you keep passwords.':
    'Er wird nicht noch einmal angezeigt. Bewahren Sie ihn dort auf, wo Sie Kennwörter aufbewahren.',

  "The installer's log": 'Protokoll des Installationsprogramms',
  'Search the log': 'Protokoll durchsuchen',
  'Lines of the log': 'Zeilen des Protokolls',
  '{count, plural, one {# line} other {# lines}}': '{count, plural, one {# Zeile} other {# Zeilen}}',
  '{found} of {count, plural, one {# line} other {# lines}}': '{found} von {count, plural, one {# Zeile} other {# Zeilen}}',
  'The installer has not written anything yet.': 'Das Installationsprogramm hat noch nichts geschrieben.',
  'Passwords and secrets are removed before anyone sees it.':
    'Kennwörter und geheime Werte werden entfernt, bevor jemand es sieht.',
  'Download the whole log': 'Gesamtes Protokoll herunterladen',
  'Asking somebody for help? <link>Download everything they need</link> in one archive. Passwords and secrets are left out.':
    'Bitten Sie jemanden um Hilfe? <link>Alles dafür Nötige herunterladen</link>, in einem Archiv. Kennwörter und geheime Werte sind nicht enthalten.',
};
