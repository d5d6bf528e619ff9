import type { Catalog } from '../catalog.ts';

/** What is told of a run of Windows Installer: how far it is, how it ended, and what keeps it from being followed. */
export const installer: Catalog = {
  'Waiting until no other installation runs': 'Warten, bis keine andere Installation läuft',
  Preparing: 'Vorbereitung',
  Installing: 'Installation',
  'Rolling back': 'Rückgängigmachen',
  Installed: 'Installiert',
  'Preparing, {components} components and {features} features done':
    'Vorbereitung, {components} Komponenten und {features} Features erledigt',
  'Installing, {components} components and {features} features done':
    'Installation, {components} Komponenten und {features} Features erledigt',

  'The installer was not run.': 'Das Installationsprogramm wurde nicht ausgeführt.',
  'The installer had not been run.': 'Das Installationsprogramm war nicht ausgeführt worden.',
  'Windows Installer runs on Windows alone.': 'Windows Installer läuft nur unter Windows.',
  'Run the plan’s script on the server, and report its exit code and its log.':
    'Führen Sie das Skript des Plans auf dem Server aus, und melden Sie den Exitcode und das Protokoll zurück.',
  'No package is configured.': 'Es ist kein Paket konfiguriert.',
  'Point MIM_SETUP_PACKAGE to it.': 'Lassen Sie MIM_SETUP_PACKAGE darauf zeigen.',
  'The package does not know {features}.': 'Das Paket kennt dies nicht: {features}.',
  'Point to Service and Portal.msi.': 'Geben Sie Service and Portal.msi an.',
  'The command line would have {length} characters; Windows takes {most}.':
    'Die Befehlszeile hätte {length} Zeichen; Windows nimmt {most} an.',
  '{name} is not the name of a public property: upper case, digits, _ and . only.':
    '{name} ist kein Name einer öffentlichen Eigenschaft: nur Großbuchstaben, Ziffern, _ und .',
  'The value of {name} has control characters or line breaks, which a command line cannot carry.':
    'Der Wert von {name} enthält Steuerzeichen oder Zeilenumbrüche, die eine Befehlszeile nicht übermitteln kann.',
  'Enter it without them.': 'Geben Sie ihn ohne sie ein.',
  'The path of the package is empty, or has quotes or control characters in it.':
    'Der Pfad des Pakets ist leer oder enthält Anführungs- oder Steuerzeichen.',
  'The path of the log is empty, or has quotes or control characters in it.':
    'Der Pfad des Protokolls ist leer oder enthält Anführungs- oder Steuerzeichen.',
  'Use another folder.': 'Verwenden Sie einen anderen Ordner.',
  'Attempt {attempt} has installed the product after all; the installer was not run again.':
    'Versuch {attempt} hat das Produkt doch noch installiert; das Installationsprogramm wurde nicht noch einmal ausgeführt.',
  'The program that runs the installer could not be started, or ended before it had begun.':
    'Das Programm, das das Installationsprogramm ausführt, ließ sich nicht starten oder endete, bevor es begonnen hatte.',

  'The product is installed.': 'Das Produkt ist installiert.',
  'The installed product was changed.': 'Das installierte Produkt wurde geändert.',
  'The server is being restarted.': 'Der Server wird gerade neu gestartet.',
  'Restart the server to complete it.': 'Starten Sie den Server neu, um die Installation abzuschließen.',
  'The installer could not be run: {error}': 'Das Installationsprogramm ließ sich nicht ausführen: {error}',
  'The installation was called off.': 'Die Installation wurde abgebrochen.',
  'The installer was interrupted before it had ended.': 'Das Installationsprogramm wurde unterbrochen, bevor es beendet war.',
  'The installer failed with exit code {code}.': 'Das Installationsprogramm ist mit Exitcode {code} fehlgeschlagen.',
  'The installer failed with exit code {code}, at the action {action}.':
    'Das Installationsprogramm ist mit Exitcode {code} fehlgeschlagen, bei der Aktion {action}.',
  'The installer failed with exit code {code} (in its log, {logged}).':
    'Das Installationsprogramm ist mit Exitcode {code} fehlgeschlagen (im Protokoll {logged}).',
  'The installer failed with exit code {code} (in its log, {logged}), at the action {action}.':
    'Das Installationsprogramm ist mit Exitcode {code} fehlgeschlagen (im Protokoll {logged}), bei der Aktion {action}.',
  'What it had done was rolled back.': 'Seine Änderungen wurden rückgängig gemacht.',
  'What it had done is not, or not wholly, rolled back.':
    'Seine Änderungen wurden nicht oder nicht vollständig rückgängig gemacht.',
  'Its log does not say whether what it had done was rolled back whole.':
    'Aus seinem Protokoll geht nicht hervor, ob seine Änderungen vollständig rückgängig gemacht wurden.',
  'It had changed nothing yet.': 'Es hatte noch nichts geändert.',
  'Windows Installer lists {product} as installed.': 'Windows Installer führt {product} als installiert auf.',
  'Windows Installer does not list the product as installed.': 'Windows Installer führt das Produkt nicht als installiert auf.',
  'See to the cause, then retry, or change answers and retry.':
    'Beheben Sie die Ursache, und versuchen Sie es dann erneut, oder ändern Sie Angaben, und versuchen Sie es erneut.',
  'Retry, or give up.': 'Versuchen Sie es erneut, oder brechen Sie ab.',
  'The log also holds an earlier run, which {how}; this is told of the last run alone.':
    'Das Protokoll enthält auch einen früheren Lauf (er {how}); diese Angaben gelten nur für den letzten Lauf.',
  'The log also holds an earlier run, which failed; this is told of the last run alone.':
    'Das Protokoll enthält auch einen früheren Lauf (er schlug fehl); diese Angaben gelten nur für den letzten Lauf.',
  'The log also holds {count} earlier runs, the last of which failed; this is told of the last run alone.':
    'Das Protokoll enthält auch {count} frühere Läufe (der letzte davon schlug fehl); diese Angaben gelten nur für den letzten Lauf.',
  'The log also holds {count} earlier runs, the last of which {how}; this is told of the last run alone.':
    'Das Protokoll enthält auch {count} frühere Läufe (der letzte davon {how}); diese Angaben gelten nur für den letzten Lauf.',
  'broke off': 'brach ab',
  'ended without a failure': 'endete ohne Fehler',
  'failed with {code}': 'schlug mit {code} fehl',
  'failed at the action {action}': 'schlug bei der Aktion {action} fehl',
  'failed with {code} at the action {action}': 'schlug mit {code} bei der Aktion {action} fehl',

  'The installer cannot be followed at the moment: {reason}.':
    'Das Installationsprogramm kann im Moment nicht verfolgt werden: {reason}.',
  'It goes on meanwhile.': 'Es läuft unterdessen weiter.',
  'Its job cannot be written down: {reason}.': 'Der Auftrag lässt sich nicht festhalten: {reason}.',
  "The installer's own log could not be read to its end: {reason}.":
    'Das Protokoll des Installationsprogramms ließ sich nicht bis zum Ende lesen: {reason}.',
  "The installer's own log could not be redacted, and may hold passwords: delete {path}.":
    'Das Protokoll des Installationsprogramms ließ sich nicht schwärzen und kann Kennwörter enthalten: Löschen Sie {path}.',
  'the log of this service has the details': 'Näheres steht im Protokoll dieses Diensts',
  'a fault of this software; its log has the details': 'ein Fehler dieser Software; Näheres steht in ihrem Protokoll',
  'a lock cannot be tried ({error})': 'Eine Sperre lässt sich nicht ausprobieren ({error})',
  'the disk is full ({code})': 'Der Datenträger ist voll ({code})',
  '{file}: the disk is full ({code})': '{file}: Der Datenträger ist voll ({code})',
  'the disk has no room left for this user ({code})': 'Auf dem Datenträger ist für diesen Benutzer kein Platz mehr ({code})',
  '{file}: the disk has no room left for this user ({code})':
    '{file}: Auf dem Datenträger ist für diesen Benutzer kein Platz mehr ({code})',
  'another program holds it, or it may not be used ({code})':
    'Ein anderes Programm belegt die Datei, oder sie darf nicht benutzt werden ({code})',
  '{file}: another program holds it, or it may not be used ({code})':
    '{file}: Ein anderes Programm belegt die Datei, oder sie darf nicht benutzt werden ({code})',
  'the disk has an error ({code})': 'Der Datenträger hat einen Fehler ({code})',
  '{file}: the disk has an error ({code})': '{file}: Der Datenträger hat einen Fehler ({code})',
  'the disk may only be read ({code})': 'Der Datenträger ist schreibgeschützt ({code})',
  '{file}: the disk may only be read ({code})': '{file}: Der Datenträger ist schreibgeschützt ({code})',
  'too many files are open ({code})': 'Es sind zu viele Dateien geöffnet ({code})',
  '{file}: too many files are open ({code})': '{file}: Es sind zu viele Dateien geöffnet ({code})',
  'too many files are open on this host ({code})': 'Auf diesem Host sind zu viele Dateien geöffnet ({code})',
  '{file}: too many files are open on this host ({code})': '{file}: Auf diesem Host sind zu viele Dateien geöffnet ({code})',
  'the system refuses it ({code})': 'Das System verweigert es ({code})',
  '{file}: the system refuses it ({code})': '{file}: Das System verweigert es ({code})',
};
