import type { Catalog } from '../catalog.ts';

/** What is said of an answers file („Antwortdatei“), and of the text that it is. */
export const answersFiles: Catalog = {
  'There are {known} pages, not {count}.': 'Es gibt {known} Seiten, nicht {count}.',
  'There is no page "{name}".': 'Die Seite „{name}“ gibt es nicht.',
  'There is no warning "{name}".': 'Die Warnung „{name}“ gibt es nicht.',
  'There is no check "{name}".': 'Die Prüfung „{name}“ gibt es nicht.',
  'There is no open answer "{name}".': 'Die offene Angabe „{name}“ gibt es nicht.',
  'There is no task "{name}".': 'Die Aufgabe „{name}“ gibt es nicht.',
  'There is no section "{name}".': 'Den Abschnitt „{name}“ gibt es nicht.',
  'There is no field on the page {page} "{name}".': 'Das Feld „{name}“ gibt es auf der Seite {page} nicht.',
  'A request does not make the service read its environment or its files: send the secret itself.':
    'Eine Anforderung veranlasst den Dienst nicht, seine Umgebung oder seine Dateien zu lesen: Senden Sie den geheimen Wert selbst.',
  'The command line fills this in.': 'Die Befehlszeile setzt ihn ein.',

  'The file cannot be read: {places}': 'Die Datei kann nicht gelesen werden: {places}',
  'line {line}, column {column}: {finding}': 'Zeile {line}, Spalte {column}: {finding}',
  'It cannot be read here: {reason}.': 'Hier kann sie nicht gelesen werden: {reason}.',
  'This name stands here twice.': 'Dieser Name steht hier zweimal.',
  'There is more in it than in any such file: over {most} names, values and marks.':
    'Sie enthält mehr als jede Antwortdatei: über {most} Namen, Werte und Zeichen.',
  'It refers to other values more often than any file of answers: over {count} times.':
    'Sie verweist öfter auf andere Werte als jede Antwortdatei: über {count}-mal.',
  'It refers to itself too often to be read.': 'Sie verweist zu oft auf sich selbst, um gelesen zu werden.',
  'It nests deeper than {depth} levels.': 'Sie ist tiefer als {depth} Ebenen verschachtelt.',
  'No answer does.': 'Keine Angabe ist das.',
  'Here a second document begins.': 'Hier beginnt ein zweites Dokument.',
  'A file of answers is one: put this into a file of its own.':
    'Eine Antwortdatei ist ein einziges: Legen Sie dieses in einer eigenen Datei ab.',
  'A name is a text, and no list of others.': 'Ein Name ist ein Text und keine Liste anderer Namen.',
  'Write the value in quotes.': 'Setzen Sie den Wert in Anführungszeichen.',
  'What begins with * refers to another value, and there is none of this name.':
    'Was mit * beginnt, verweist auf einen anderen Wert, und einen dieses Namens gibt es nicht.',
  'What begins with & names the value behind it for YAML, and is no part of it.':
    'Was mit & beginnt, benennt in YAML den dahinter stehenden Wert und gehört nicht zu ihm.',
  'What begins with ! is a tag to YAML, and no part of the value.':
    'Was mit ! beginnt, ist in YAML ein Tag und gehört nicht zum Wert.',
  'In double quotes a backslash begins an escape, which makes a character here that cannot be seen.':
    'In doppelten Anführungszeichen leitet ein umgekehrter Schrägstrich eine Escapesequenz ein, die hier ein unsichtbares Zeichen ergibt.',
  'Use single quotes.': 'Verwenden Sie einfache Anführungszeichen.',
  'YAML makes one line of these.': 'YAML macht daraus eine einzige Zeile.',
  'Write it on one line.': 'Schreiben Sie den Wert in eine Zeile.',
  'What stands behind # is a comment to YAML, and no part of the secret.':
    'Was hinter # steht, ist in YAML ein Kommentar und gehört nicht zum geheimen Wert.',
  'YAML takes this for a word of its own, and not for a text.':
    'YAML hält dies für ein eigenes Schlüsselwort und nicht für einen Text.',
  'YAML takes this for a number, and not for a text.': 'YAML hält dies für eine Zahl und nicht für einen Text.',

  'Answers for mim-setup': 'Antworten für mim-setup',
  'The answers to the pages of the Microsoft Identity Manager Service and Portal wizard.':
    'Die Angaben zu den Seiten des Assistenten für Microsoft Identity Manager-Dienst und -Portal.',
  'The answers, by page.': 'Die Angaben, nach Seite.',
  'Warnings that are taken on knowingly.': 'Warnungen, die wissentlich in Kauf genommen werden.',
  'Checks that may fail, each with the reason why.': 'Prüfungen, die fehlschlagen dürfen, jede mit einer Begründung.',
  'By which property of the package each open answer is carried, as `openAnswers` of the view names them.':
    'Mit welcher Eigenschaft des Pakets jede offene Angabe übergeben wird, so benannt wie in `openAnswers` der Ansicht.',
  'Go on past the review and install.': 'Nach der Übersicht fortfahren und installieren.',
  'What becomes of the closing tasks.': 'Was aus den Abschlussaufgaben wird.',
  'An environment variable of the command line.': 'Eine Umgebungsvariable der Befehlszeile.',
};
