import type { Catalog } from '../speaker.ts';

/** What the pages say from the installation on: how far it is, what failed, the closing tasks („Abschlussaufgaben“), and the log. */
export const installing: Catalog = {
  'Progress of the installation': 'Fortschritt der Installation',
  Phase: 'Phase',
  Action: 'Aktion',
  Elapsed: 'Verstrichen',
  Starting: 'Wird gestartet',
  'Stopping: the installer undoes what it has done.':
    'Wird angehalten: Das Installationsprogramm macht rückgängig, was es getan hat.',
  'Everything is checked once more. Install waits for it.': 'Alles wird noch einmal geprüft. „Installieren“ wartet darauf.',

  'The installer failed': 'Das Installationsprogramm ist fehlgeschlagen',
  'What helps': 'Was hilft',
  'What it may be, and what helps then': 'Was es sein kann, und was dann hilft',
  'Source: {source}': 'Quelle: {source}',
  'Failed in': 'Fehlgeschlagen in',
  'Exit code': 'Exitcode',
  Undone: 'Rückgängig gemacht',
  'Yes, everything': 'Ja, alles',
  'What the log says of it': 'Was das Protokoll dazu sagt',
  'Ways on': 'Wie es weitergeht',
  'Retry installs again with the same answers.': '„Wiederholen“ installiert erneut mit denselben Angaben.',
  'Back leads to the plan. Any page on the left leads back to its answers.':
    '„Zurück“ führt zum Plan. Jede Seite links führt zurück zu ihren Angaben.',
  'Cancel gives up.': '„Abbrechen“ gibt die Installation auf.',

  'Run the installer elsewhere': 'Installationsprogramm an anderer Stelle ausführen',
  'You can also run the script of the plan on the server, elevated, and report here how it ended.':
    'Sie können das Skript des Plans auch mit erhöhten Rechten auf dem Server ausführen und hier melden, wie es geendet hat.',
  'Rehearse this too: report an exit code and a log, as if the installer had run on another computer.':
    'Auch dies lässt sich proben: Melden Sie einen Exitcode und ein Protokoll, als wäre das Installationsprogramm auf einem anderen Computer ausgeführt worden.',
  'This service cannot run the installer here. Run this script on the server, elevated, and report how it has ended.':
    'Dieser Dienst kann das Installationsprogramm hier nicht ausführen. Führen Sie dieses Skript mit erhöhten Rechten auf dem Server aus, und melden Sie, wie es geendet hat.',
  '0 where it succeeded, 3010 where it also asks for a restart.': '0 bei Erfolg, 3010, wenn außerdem ein Neustart verlangt wird.',
  'Its log': 'Protokolldatei',
  'By it the cause of a failure is found. Passwords are taken out.':
    'Anhand des Protokolls wird die Ursache eines Fehlers gefunden. Kennwörter werden entfernt.',
  'The product is installed now. Tick this where you have seen it and the log can’t tell.':
    'Das Produkt ist jetzt installiert. Aktivieren Sie dies, wenn Sie es gesehen haben und das Protokoll es nicht zeigt.',
  'Report how it ended': 'Ausgang melden',

  '{settled} of {total} settled': '{settled} von {total} erledigt',
  Script: 'Skript',
  'Reason: {reason}': 'Begründung: {reason}',
  Done: 'Erledigt',
  Skip: 'Überspringen',
  open: 'offen',
  skipped: 'übersprungen',
  failed: 'fehlgeschlagen',
  'Reason (it goes into the report)': 'Begründung (wird in den Bericht aufgenommen)',
  'Skip the task': 'Aufgabe überspringen',
  'It failed': 'Fehlgeschlagen',
  'See the report': 'Bericht anzeigen',

  'The client secret that was registered here': 'Der hier registrierte geheime Clientschlüssel',
  'Nobody has seen it yet. It is handed out once, and destroyed when the installation is finished.':
    'Noch hat ihn niemand gesehen. Er wird einmal ausgehändigt und bei Abschluss der Installation vernichtet.',
  'Hand it out': 'Aushändigen',
  'Hand the client secret out?': 'Geheimen Clientschlüssel aushändigen?',
  'What is it for? (it is kept with your name)': 'Wofür wird er benötigt? (wird mit Ihrem Namen gespeichert)',
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
  'Passwords and secrets are taken out before anyone sees it.':
    'Kennwörter und geheime Werte werden entfernt, bevor jemand es sieht.',
  'Download the whole log': 'Gesamtes Protokoll herunterladen',
  'Asking somebody for help? <link>Download everything they need</link> in one archive. Passwords and secrets are left out.':
    'Bitten Sie jemanden um Hilfe? <link>Alles dafür Nötige herunterladen</link>, in einem Archiv. Kennwörter und geheime Werte sind nicht enthalten.',
};
