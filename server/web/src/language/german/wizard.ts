import type { Catalog } from '../speaker.ts';

/**
 * What the wizard's pages say while they ask. `&` stands before the letter that works a button together with Alt, as in the German
 * installer. A check is a „Prüfung“, overridden „außer Kraft gesetzt“; the guide is „die Anleitung“.
 */
export const wizard: Catalog = {
  '&Back': '&Zurück',
  '&Next': '&Weiter',
  '&Install': '&Installieren',
  '&Retry': '&Wiederholen',
  Change: 'Ändern',
  'Pages of the wizard': 'Seiten des Assistenten',
  'Step {index} of {total}': 'Schritt {index} von {total}',
  done: 'erledigt',
  ahead: 'steht bevor',
  'Guide: {step}': 'Anleitung: {step}',
  'Checking the answers.': 'Die Angaben werden geprüft.',
  'Checking…': 'Wird geprüft…',
  'See the fields below.': 'Beachten Sie die Felder unten.',
  'Sample:': 'Beispiel:',

  'Cancel this installation?': 'Diese Installation abbrechen?',
  'Stop the installation?': 'Die Installation anhalten?',
  Yes: 'Ja',
  No: 'Nein',
  'The installer is asked to stop and to undo what it has done. That takes a while.':
    'Das Installationsprogramm wird angehalten und macht rückgängig, was es getan hat. Das dauert eine Weile.',
  'Nothing has been installed. The answers stay to be read, the secrets are destroyed, and it cannot be taken up again.':
    'Es wurde nichts installiert. Die Angaben bleiben lesbar, die geheimen Werte werden vernichtet, und die Installation kann nicht wieder aufgenommen werden.',

  'Sign in with a code': 'Mit einem Code anmelden',
  'On any device, open <link>{address}</link> and enter this code:':
    'Öffnen Sie auf einem beliebigen Gerät <link>{address}</link>, und geben Sie diesen Code ein:',
  'Copy the code': 'Code kopieren',
  'The code is good for {time}. This page goes on by itself.': 'Der Code gilt noch {time}. Diese Seite fährt von selbst fort.',
  'The code has run out. Go back and sign in again.': 'Der Code ist abgelaufen. Gehen Sie zurück, und melden Sie sich erneut an.',

  'Take the others': 'Die anderen übernehmen',
  'Other answers were sent for this page while you typed. Yours are below, and not sent.':
    'Während Ihrer Eingabe wurden für diese Seite andere Angaben gesendet. Ihre stehen unten und sind nicht gesendet.',
  'What you type outlasts a reload of this page, but for passwords and secrets: the browser never keeps those.':
    'Ihre Eingaben überstehen ein erneutes Laden dieser Seite, mit Ausnahme von Kennwörtern und geheimen Werten: Diese bewahrt der Browser nie auf.',
  'Not needed with the choices made.': 'Bei der getroffenen Auswahl nicht erforderlich.',
  'As is usual': 'Wie üblich',
  'Option of the guide': 'Option der Anleitung',
  'The choices below are none of these options.': 'Die Auswahl unten entspricht keiner dieser Optionen.',
  'kept – type to replace': 'gespeichert – zum Ersetzen überschreiben',
  'Show it': 'Anzeigen',
  'Hide it': 'Verbergen',

  'No application yet? There are {count} ways to one':
    'Noch keine Anwendung? Es gibt {count, plural, one {einen Weg} other {# Wege}} dorthin',
  'It takes:': 'Erforderlich:',
  'Mailbox of the MIM Service': 'Postfach des MIM-Diensts',
  'Mail-enabled group that holds the mailbox': 'E-Mail-aktivierte Gruppe, die das Postfach enthält',
  'Months until the secret expires': 'Monate bis zum Ablauf des geheimen Clientschlüssels',
  'Register the application': 'Anwendung registrieren',

  'Somebody else was here': 'Jemand anderes war hier',
  'Another window': 'Ein anderes Fenster',
  '{who} answered “{page}”.': '{who} hat „{page}“ beantwortet.',
  '{who} answered “{page}”, so the wizard has moved to “{next}”.':
    '{who} hat „{page}“ beantwortet; der Assistent steht deshalb jetzt bei „{next}“.',
  '“{page}” was changed': '„{page}“ wurde geändert',
  'This page has to be answered.': 'Diese Seite muss beantwortet werden.',
  'What was answered here does not hold any more: {problems}': 'Die Angaben von hier gelten nicht mehr: {problems}',
  'Still to be asked: {pages}.': 'Noch zu beantworten: {pages}.',
  'All other answers stay.': 'Alle anderen Angaben bleiben.',

  'This page is not on the way here': 'Diese Seite liegt nicht auf dem bisherigen Weg',
  'The wizard has not come by it, or has gone back past it.':
    'Der Assistent ist nicht an ihr vorbeigekommen, oder er ist hinter sie zurückgegangen.',
  'As it was answered': 'So, wie sie beantwortet wurde',
  'Change what is to be another way: only what depends on it is checked or asked again.':
    'Ändern Sie, was anders sein soll: Nur was davon abhängt, wird erneut geprüft oder gefragt.',
  'It can be looked at, and not changed from here.': 'Sie kann angesehen, aber von hier aus nicht geändert werden.',
  'Back to “{page}”': 'Zurück zu „{page}“',

  Checks: 'Prüfungen',
  'Check again': 'Erneut prüfen',
  'Next checks what you enter against the rehearsed company, Contoso.':
    '„Weiter“ prüft Ihre Angaben an der Firma des Probelaufs, Contoso.',
  'Next checks what you enter against the real environment.': '„Weiter“ prüft Ihre Angaben an der wirklichen Umgebung.',
  'These are of what was sent before. Next checks what you typed since.':
    'Diese gelten für das zuvor Gesendete. „Weiter“ prüft, was Sie seitdem eingegeben haben.',
  '{count, plural, one {# check waits} other {# checks wait}} for another to pass':
    '{count, plural, one {# Prüfung wartet} other {# Prüfungen warten}} darauf, dass eine andere bestanden wird',
  '{count} running': '{count} laufend',
  '{count} overridden': '{count} außer Kraft gesetzt',
  '{count} with a warning': '{count} mit Warnung',
  '{count} waiting': '{count} wartend',
  '{count} passed': '{count} bestanden',
  running: 'läuft',
  passed: 'bestanden',
  warning: 'Warnung',
  overridden: 'außer Kraft gesetzt',
  'In its own words': 'Im Wortlaut',
  'Script that mends it': 'Skript, das dies behebt',
  'This host': 'Dieser Host',
  '{seconds} s': '{seconds} s',
  'Override…': 'Außer Kraft setzen…',
  Override: 'Außer Kraft setzen',
  'Overridden by {who}: {reason}': 'Außer Kraft gesetzt von {who}: {reason}',
  'Go on although this check failed?': 'Trotz dieser fehlgeschlagenen Prüfung fortfahren?',
  'Reason (it is kept with your name)': 'Begründung (wird mit Ihrem Namen gespeichert)',
};
