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
  'still to come': 'steht bevor',
  'Guide: {step}': 'Anleitung: {step}',
  'Checking the answers.': 'Die Angaben werden geprüft.',
  'Checking…': 'Wird geprüft…',
  'See the fields below.': 'Beachten Sie die Felder unten.',
  'Example:': 'Beispiel:',

  'Cancel this installation?': 'Diese Installation abbrechen?',
  'Stop the installation?': 'Die Installation anhalten?',
  Yes: 'Ja',
  No: 'Nein',
  'The installer will be asked to stop and to undo what it has done. That takes a while.':
    'Das Installationsprogramm wird angehalten und macht rückgängig, was es getan hat. Das dauert eine Weile.',
  'Nothing has been installed. The answers can still be read, the secrets are destroyed, and the installation cannot be resumed.':
    'Es wurde nichts installiert. Die Angaben bleiben lesbar, die geheimen Werte werden vernichtet, und die Installation kann nicht fortgesetzt werden.',

  'Sign in with a code': 'Mit einem Code anmelden',
  'On any device, open <link>{address}</link> and enter this code:':
    'Öffnen Sie auf einem beliebigen Gerät <link>{address}</link>, und geben Sie diesen Code ein:',
  'Copy the code': 'Code kopieren',
  'The code is valid for {time}. This page continues by itself.':
    'Der Code ist noch {time} gültig. Diese Seite wird automatisch fortgesetzt.',
  'The code has expired. Go back and sign in again.': 'Der Code ist abgelaufen. Gehen Sie zurück, und melden Sie sich erneut an.',

  'Use the other answers': 'Die anderen Angaben übernehmen',
  'Other answers were sent for this page while you were typing. Yours are below, and have not been sent.':
    'Während Ihrer Eingabe wurden für diese Seite andere Angaben gesendet. Ihre stehen unten und wurden nicht gesendet.',
  'What you type survives a reload of this page, except for passwords and secrets: the browser never keeps those.':
    'Ihre Eingaben überstehen ein erneutes Laden dieser Seite, mit Ausnahme von Kennwörtern und geheimen Werten: Diese bewahrt der Browser nie auf.',
  'Not needed with the current choices.': 'Bei der getroffenen Auswahl nicht erforderlich.',
  Default: 'Standard',
  'Option of the guide': 'Option der Anleitung',
  'The choices below match none of these options.': 'Die Auswahl unten entspricht keiner dieser Optionen.',
  'kept – type to replace': 'gespeichert – zum Ersetzen überschreiben',
  'Show it': 'Anzeigen',
  'Hide it': 'Verbergen',

  'No application yet? {count, plural, one {There is one way} other {There are # ways}} to get one':
    'Noch keine Anwendung? Es gibt {count, plural, one {einen Weg} other {# Wege}} dorthin',
  'Roles needed:': 'Erforderliche Rollen:',
  'Mailbox of the MIM Service': 'Postfach des MIM-Diensts',
  'Mail-enabled group that contains the mailbox': 'E-Mail-aktivierte Gruppe, die das Postfach enthält',
  'Months until the secret expires': 'Monate bis zum Ablauf des geheimen Clientschlüssels',
  'Register the application': 'Anwendung registrieren',

  'Somebody else was here': 'Jemand anderes war hier',
  'Another window': 'Ein anderes Fenster',
  '{who} answered “{page}”.': '{who} hat „{page}“ beantwortet.',
  '{who} answered “{page}”, so the wizard has moved to “{next}”.':
    '{who} hat „{page}“ beantwortet; der Assistent steht deshalb jetzt bei „{next}“.',
  '“{page}” was changed': '„{page}“ wurde geändert',
  'This page has to be answered.': 'Diese Seite muss beantwortet werden.',
  'The answers given here are no longer valid: {problems}': 'Die Angaben auf dieser Seite gelten nicht mehr: {problems}',
  'Still to be asked: {pages}.': 'Noch zu beantworten: {pages}.',
  'All other answers are kept.': 'Alle anderen Angaben bleiben erhalten.',

  'This page is not on the path so far': 'Diese Seite liegt nicht auf dem bisherigen Weg',
  'The wizard has not reached this page, or has gone back past it.':
    'Der Assistent hat diese Seite noch nicht erreicht, oder er ist hinter sie zurückgegangen.',
  'As answered earlier': 'So wurde sie beantwortet',
  'Change what should be different: only what depends on it is checked or asked again.':
    'Ändern Sie, was anders sein soll: Nur was davon abhängt, wird erneut geprüft oder gefragt.',
  'You can look at it, but not change it from here.': 'Sie können sie ansehen, aber von hier aus nicht ändern.',
  'Back to “{page}”': 'Zurück zu „{page}“',

  Checks: 'Prüfungen',
  'Check again': 'Erneut prüfen',
  'Next checks what you enter against Contoso, the company of the rehearsal.':
    '„Weiter“ prüft Ihre Angaben anhand von Contoso, der Firma des Probelaufs.',
  'Next checks what you enter against the real environment.': '„Weiter“ prüft Ihre Angaben anhand der wirklichen Umgebung.',
  'These are for what was sent before. Next checks what you have typed since.':
    'Diese gelten für die zuvor gesendeten Angaben. „Weiter“ prüft, was Sie seitdem eingegeben haben.',
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
  'Original message': 'Im Wortlaut',
  'Script that fixes it': 'Skript, das dies behebt',
  'This host': 'Dieser Host',
  '{seconds} s': '{seconds} s',
  'Override…': 'Außer Kraft setzen…',
  Override: 'Außer Kraft setzen',
  'Overridden by {who}: {reason}': 'Außer Kraft gesetzt von {who}: {reason}',
  'Continue although this check failed?': 'Trotz dieser fehlgeschlagenen Prüfung fortfahren?',
  'Reason (recorded with your name)': 'Begründung (wird mit Ihrem Namen gespeichert)',
};
