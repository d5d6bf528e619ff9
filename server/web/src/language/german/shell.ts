import type { Catalog } from '../speaker.ts';

/**
 * What stands around every page: the bar above, boxes, the sign-in, and what is said where the service does not answer. A rehearsal is
 * a „Probelauf“, a runner a „Runner“, a file of answers an „Antwortdatei“, and what was answered „Angaben“.
 */
export const shell: Catalog = {
  'Skip to the content': 'Zum Seiteninhalt springen',
  'All of MIM Setup': 'Bereiche von MIM Setup',
  'Microsoft Identity Manager 2016 SP2 – Service and Portal': 'Microsoft Identity Manager 2016 SP2 – Dienst und Portal',
  Progress: 'Fortschritt',
  Runners: 'Runner',
  'Sign out': 'Abmelden',
  'Opening the page': 'Die Seite wird geöffnet',
  'This part of the page could not be loaded': 'Dieser Teil der Seite konnte nicht geladen werden',
  'Reload the page': 'Seite neu laden',
  'The service does not answer, or it has been updated in the meantime. What you typed is kept in this tab, except for secrets.':
    'Der Dienst antwortet nicht, oder er wurde inzwischen aktualisiert. Ihre Eingaben bleiben in dieser Registerkarte erhalten, mit Ausnahme geheimer Werte.',
  'Opening the installation': 'Die Installation wird geöffnet',
  'There is no such page': 'Diese Seite gibt es nicht',
  'Check the address.': 'Überprüfen Sie die Adresse.',
  'There is no such installation': 'Diese Installation gibt es nicht',
  'It may have been deleted. Check the address.': 'Sie wurde möglicherweise gelöscht. Überprüfen Sie die Adresse.',
  'See all installations': 'Alle Installationen anzeigen',

  OK: 'OK',
  Cancel: 'Abbrechen',
  Close: 'Schließen',
  Dismiss: 'Ausblenden',
  Clear: 'Löschen',
  Copy: 'Kopieren',
  Copied: 'Kopiert',
  Text: 'Text',
  Download: 'Herunterladen',
  'Download:': 'Herunterladen:',

  'Sign in': 'Anmelden',
  Token: 'Token',
  'This service was started with a token. Enter it to continue; it stays in this browser until you sign out or close it.':
    'Dieser Dienst wurde mit einem Token gestartet. Geben Sie es ein, um fortzufahren; es bleibt in diesem Browser, bis Sie sich abmelden oder ihn schließen.',
  'This token is not known. Enter the one that the service was started with.':
    'Dieses Token ist nicht bekannt. Geben Sie das Token ein, mit dem der Dienst gestartet wurde.',

  'Something went wrong': 'Ein Fehler ist aufgetreten',
  'The service answered {status}': 'Der Dienst hat mit {status} geantwortet',
  'The service does not answer': 'Der Dienst antwortet nicht',
  'Nothing was lost. Make sure that it is running; this page continues by itself when it is back.':
    'Es ist nichts verloren gegangen. Stellen Sie sicher, dass er ausgeführt wird; diese Seite wird automatisch fortgesetzt, sobald er wieder antwortet.',
  'What you typed is kept in this tab. The page continues by itself when the service is back.':
    'Ihre Eingaben bleiben in dieser Registerkarte erhalten. Die Seite wird automatisch fortgesetzt, sobald der Dienst wieder antwortet.',
  'What you typed is kept in this tab.': 'Ihre Eingaben bleiben in dieser Registerkarte erhalten.',
  'This file is not a listing': 'Diese Datei ist keine Paketauflistung',
  'Choose the file that mim-setup inspect --json has written.':
    'Wählen Sie die Datei aus, die mim-setup inspect --json geschrieben hat.',

  Installation: 'Installation',
  'Installation {id}': 'Installation {id}',
  'This installation': 'Diese Installation',
  Live: 'Live',
  Rehearsal: 'Probelauf',
  'Rehearsal.': 'Probelauf.',
  'Everything here happens in Contoso, a made-up company. Nothing on any computer is changed.':
    'Alles hier geschieht in Contoso, einer erfundenen Firma. An keinem Computer wird etwas geändert.',
  'Option {option}': 'Option {option}',
  'on {runner}': 'auf {runner}',
  Setup: 'Setup',
  Plan: 'Plan',
  Log: 'Protokoll',
  Flow: 'Ablauf',
  Report: 'Bericht',
  answers: 'Angaben',
  'Download answers': 'Angaben herunterladen',
  'The answers so far, without secrets, as a file to begin another installation with':
    'Die bisherigen Angaben ohne geheime Werte, als Datei, mit der eine weitere Installation begonnen werden kann',

  'In progress': 'In Bearbeitung',
  Checking: 'Wird geprüft',
  'Ready to install': 'Installationsbereit',
  Installing: 'Wird installiert',
  Failed: 'Fehlgeschlagen',
  'Closing tasks': 'Abschlussaufgaben',
  Finished: 'Abgeschlossen',
  Cancelled: 'Abgebrochen',
  Damaged: 'Beschädigt',
  'just now': 'gerade eben',
};
