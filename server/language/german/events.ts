import type { Catalog } from '../catalog.ts';

/** What is said of an event that does not fit, and of an installation that cannot go on as asked. A revision is a „Revision“. */
export const events: Catalog = {
  'There is no such page.': 'Diese Seite gibt es nicht.',
  'GET /api/v1/pages lists them.': 'GET /api/v1/pages führt alle auf.',
  'This page is not on the way here.': 'Diese Seite liegt nicht auf dem bisherigen Weg.',
  'See `trail` in the view.': 'Siehe `trail` in der Ansicht.',
  'There is no such task.': 'Diese Aufgabe gibt es nicht.',
  'See `tasks` in the view.': 'Siehe `tasks` in der Ansicht.',
  'There is no such check.': 'Diese Prüfung gibt es nicht.',
  'See `checks` in the view.': 'Siehe `checks` in der Ansicht.',
  'There is no such installation.': 'Diese Installation gibt es nicht.',
  'There is no installation with this id.': 'Eine Installation mit dieser ID gibt es nicht.',
  'GET /api/v1/installations lists them.': 'GET /api/v1/installations führt alle auf.',
  'The installation has no such revision.': 'Diese Revision der Installation gibt es nicht.',
  'GET …/history lists them.': 'GET …/history führt alle auf.',
  'The installation is at {page}, which takes {events}.': 'Die Installation steht bei {page}; dort ist möglich: {events}.',
  'no event any more': 'kein Ereignis mehr',
  'The installation is at revision {revision} by now.': 'Die Installation ist inzwischen bei Revision {revision}.',
  'The installation is at revision {revision}.': 'Die Installation ist bei Revision {revision}.',
  'Read it again, and repeat the request if it still applies.':
    'Rufen Sie sie erneut ab, und wiederholen Sie die Anforderung, falls sie noch zutrifft.',
  'The installer itself makes this check, and would refuse.':
    'Das Installationsprogramm nimmt diese Prüfung selbst vor und würde ablehnen.',
  'The client secret that was registered here has been handed to nobody, and is destroyed when the installation is finished.':
    'Der hier registrierte geheime Clientschlüssel wurde niemandem ausgehändigt und wird bei Abschluss der Installation vernichtet.',
  'Have it handed out first, or give a reason.': 'Lassen Sie ihn sich zuerst aushändigen, oder geben Sie eine Begründung an.',
  'These checks failed: {checks}.': 'Diese Prüfungen sind fehlgeschlagen: {checks}.',
  'Give a reason.': 'Geben Sie eine Begründung an.',
  'Enter the e-mail address of the mailbox.': 'Geben Sie die E-Mail-Adresse des Postfachs ein.',
  'Enter the e-mail address of the mail-enabled group that holds the mailbox.':
    'Geben Sie die E-Mail-Adresse der E-Mail-aktivierten Gruppe ein, die das Postfach enthält.',
  'Another report, or a retry, got in first.': 'Eine andere Meldung oder eine Wiederholung ist zuvorgekommen.',

  'The installer had failed under an older version.': 'Das Installationsprogramm war unter einer älteren Version fehlgeschlagen.',
  'This one asks something that it did not: answer it, then install again.':
    'Diese Version fragt etwas ab, das jene nicht abgefragt hat: Geben Sie es an, und installieren Sie dann erneut.',
  'The service was updated while the installer ran, and what became of it is not known.':
    'Der Dienst wurde aktualisiert, während das Installationsprogramm ausgeführt wurde; wie es geendet hat, ist nicht bekannt.',
  'See its log on the server first.': 'Sehen Sie zuerst in seinem Protokoll auf dem Server nach.',
  'The installer cannot be followed at the moment, by a fault of this software; its log has the details.':
    'Das Installationsprogramm kann wegen eines Fehlers dieser Software derzeit nicht verfolgt werden; Einzelheiten stehen in ihrem Protokoll.',
  'It is looked at again.': 'Der Versuch wird wiederholt.',
  'The service was restarted.': 'Der Dienst wurde neu gestartet.',
  'The code that was shown before no longer counts: use this one.':
    'Der zuvor angezeigte Code gilt nicht mehr: Verwenden Sie diesen.',
  'Something went wrong.': 'Ein Fehler ist aufgetreten.',
  'It is a fault of this software; its log has the details.':
    'Es handelt sich um einen Fehler dieser Software; Einzelheiten stehen in ihrem Protokoll.',
  'The log of the service has the details.': 'Einzelheiten stehen im Protokoll des Diensts.',

  'What is kept of this installation does not agree with its checksum.':
    'Die gespeicherten Daten dieser Installation stimmen nicht mit ihrer Prüfsumme überein.',
  'What is kept of this installation is nothing that the chart knows.':
    'Die gespeicherten Daten dieser Installation entsprechen keinem bekannten Zustand.',
  'Something that is kept of this installation cannot be read.':
    'Ein Teil der gespeicherten Daten dieser Installation ist nicht lesbar.',
  'This installation was begun with another version, and could not be moved over.':
    'Diese Installation wurde mit einer anderen Version begonnen und konnte nicht übernommen werden.',
  'The installation has not ended.': 'Die Installation ist noch nicht beendet.',
};
