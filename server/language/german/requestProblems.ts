import type { Catalog } from '../catalog.ts';

/** The problems that answer a request: what each is called, and what to do about it. */
export const requestProblems: Catalog = {
  'The request cannot be read': 'Die Anforderung kann nicht gelesen werden',
  'Send a JSON body of the form that the OpenAPI document gives for this call.':
    'Senden Sie einen JSON-Text in der Form, die das OpenAPI-Dokument für diesen Aufruf vorgibt.',
  'There is no such event': 'Dieses Ereignis gibt es nicht',
  'Send one of the events that `can` lists in the view.': 'Senden Sie eines der Ereignisse, die `can` in der Ansicht aufführt.',
  'A token is needed': 'Ein Token ist erforderlich',
  'Send the bearer token that the service was started with.': 'Senden Sie das Bearertoken, mit dem der Dienst gestartet wurde.',
  'Requests from this origin are refused': 'Anforderungen dieses Ursprungs werden abgelehnt',
  'Use the address that the service printed when it started.':
    'Verwenden Sie die Adresse, die der Dienst beim Start ausgegeben hat.',
  'The token of a runner is for a runner’s work alone': 'Das Token eines Runners gilt nur für die Aufgaben eines Runners',
  'Send the token that the service was started with.': 'Senden Sie das Token, mit dem der Dienst gestartet wurde.',
  'There is no such thing': 'Nicht vorhanden',
  'Check the address, or list what there is.': 'Prüfen Sie die Adresse, oder rufen Sie eine Liste des Vorhandenen ab.',
  'This cannot be done here': 'Dies ist hier nicht möglich',
  'Use a method that the Allow header names.': 'Verwenden Sie eine Methode, die der Header Allow nennt.',
  'There is no such form of it': 'Dieses Format gibt es hier nicht',
  'Ask for one of the forms that the OpenAPI document gives.':
    'Fordern Sie eines der Formate an, die das OpenAPI-Dokument nennt.',
  'The installation is not at this point': 'Die Installation ist nicht an dieser Stelle',
  'See `page` for where it is and `can` for what it takes there.':
    'Wo sie ist, steht in `page`; was sie dort annimmt, steht in `can`.',
  'This check cannot be overridden': 'Diese Prüfung kann nicht außer Kraft gesetzt werden',
  'The installer itself would refuse.': 'Das Installationsprogramm selbst würde ablehnen.',
  'Change the answer instead.': 'Ändern Sie stattdessen die Angabe.',
  'Checks hold the installation back': 'Prüfungen stehen der Installation entgegen',
  'Repeat the checks that are named, mend what they found, or override them with a reason.':
    'Wiederholen Sie die genannten Prüfungen, beheben Sie, was sie ergeben haben, oder setzen Sie sie mit einer Begründung außer Kraft.',
  'Another request got in first': 'Eine andere Anforderung ist zuvorgekommen',
  'Read the installation again, and repeat the request if it still applies.':
    'Rufen Sie die Installation erneut ab, und wiederholen Sie die Anforderung, falls sie noch zutrifft.',
  'What is kept of this installation is damaged': 'Die gespeicherten Daten dieser Installation sind beschädigt',
  'Restore the data folder from a backup, or delete the installation and begin anew.':
    'Stellen Sie den Datenordner aus einer Sicherung wieder her, oder löschen Sie die Installation, und beginnen Sie neu.',
  'This installation was begun with another version': 'Diese Installation wurde mit einer anderen Version begonnen',
  'Finish it with that version, or delete it and begin anew.':
    'Schließen Sie sie mit jener Version ab, oder löschen Sie sie, und beginnen Sie neu.',
  'The installation has not ended': 'Die Installation ist noch nicht beendet',
  'Cancel it first.': 'Brechen Sie sie zuerst ab.',
  'The command is too long for a batch file': 'Der Befehl ist zu lang für eine Batchdatei',
  'Ask for format=ps1.': 'Fordern Sie format=ps1 an.',
  'The installation has moved on': 'Die Installation ist inzwischen weiter',
  'Read it again: somebody else, or a check that ended, has changed it.':
    'Rufen Sie sie erneut ab: Jemand anderes oder eine beendete Prüfung hat sie geändert.',
  'The request is too large': 'Die Anforderung ist zu groß',
  'Send at most 256 KiB.': 'Senden Sie höchstens 256 KiB.',
  'This content type is not understood': 'Dieser Inhaltstyp wird nicht unterstützt',
  'Send application/json.': 'Senden Sie application/json.',
  'Some answers are not valid': 'Einige Angaben sind ungültig',
  'See `errors` for each field and what is expected there.': '`errors` nennt jedes Feld und was dort erwartet wird.',
  'Some values are not valid': 'Einige Werte sind ungültig',
  'See `errors` for each value and what is expected there.': '`errors` nennt jeden Wert und was dort erwartet wird.',
  'This Idempotency-Key was used for something else': 'Dieser Idempotency-Key wurde für etwas anderes verwendet',
  'Use a new key for each new request.': 'Verwenden Sie für jede neue Anforderung einen neuen Schlüssel.',
  'Too many tokens were refused': 'Zu viele Token wurden abgelehnt',
  'Wait for the seconds that Retry-After names, and send the token that the service was started with.':
    'Warten Sie so viele Sekunden, wie Retry-After angibt, und senden Sie das Token, mit dem der Dienst gestartet wurde.',
  'The request did not come in in time': 'Die Anforderung ist nicht rechtzeitig eingegangen',
  'Send it within five minutes.': 'Senden Sie sie innerhalb von fünf Minuten.',
  'Of a long log, the last part is enough.': 'Bei einem langen Protokoll genügt der letzte Teil.',
  'Here a runner connects': 'Hier stellen Runner ihre Verbindung her',
  'Start one on its server, with this address as its --url and the file of its token as its --token-file: mim-setup runner.':
    'Starten Sie einen Runner auf seinem Server, mit dieser Adresse als --url und der Datei seines Tokens als --token-file: mim-setup runner.',
  'The headers are too large': 'Die Header sind zu groß',
  'Send less than 16 KiB of them.': 'Senden Sie weniger als 16 KiB an Headern.',
  'What is kept cannot be reached at the moment': 'Die gespeicherten Daten sind derzeit nicht erreichbar',
  'Try again after the seconds that Retry-After names.':
    'Versuchen Sie es erneut, sobald die von Retry-After angegebenen Sekunden vergangen sind.',
  'Nothing is lost.': 'Es ist nichts verloren.',
  'What has to be kept cannot be written': 'Daten können nicht gespeichert werden',
  'Make room on the disk of the data folder, and see that the service may write there.':
    'Schaffen Sie Platz auf dem Datenträger des Datenordners, und sorgen Sie dafür, dass der Dienst dort schreiben darf.',
  'Nothing is lost, and it goes on by itself.': 'Es ist nichts verloren, und der Dienst arbeitet von selbst weiter.',
  'Something went wrong': 'Ein Fehler ist aufgetreten',
  'It is a fault of this software.': 'Es handelt sich um einen Fehler dieser Software.',
  'Its log has the details.': 'Einzelheiten stehen in ihrem Protokoll.',

  'Problems of mim-setup': 'Probleme von mim-setup',
  'What a reply can say is wrong, by its code, and what to do.':
    'Was eine Antwort als Problem melden kann, nach seinem Code, und was zu tun ist.',
};
