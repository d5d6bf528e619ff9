import { describe, expect, it } from 'vitest';
import { translateReply } from '../../server/language/translateReply.ts';
import { Translator } from '../../server/language/translator.ts';

const translator = new Translator('de', {
  Next: 'Weiter',
  page: 'Seite',
  'Does "{screen}" show?': 'Wird „{screen}“ angezeigt?',
  'Next page': 'Nächste Seite',
  '{server} answers at {host}.': '{server} antwortet unter {host}.',
  '{server} answers at {host}, TCP port {port}.': '{server} antwortet unter {host}, TCP-Port {port}.',
  '{count} checks failed.': '{count, plural, one {# Prüfung ist} other {# Prüfungen sind}} fehlgeschlagen.',
  'Choose another one.': 'Wählen Sie etwas anderes.',
  'One is kept. Leave this empty to keep it.': 'Es ist hinterlegt. Leer lassen, um es zu behalten.',
  'Missing: {what}.': 'Es fehlt: {what}.',
  'the MIM Service': 'der MIM-Dienst',
  'the MIM Portal': 'das MIM-Portal',
  'Let users in, at last': 'Benutzer einlassen',
  'Found {what}': 'Gefunden: {what}',
  'No file "{name}".': 'Keine Datei „{name}“.',
  'The cause: {cause}.': 'Ursache: {cause}.',
  'The disk is full.': 'Der Datenträger ist voll.',
  'Kind of account': 'Art des Kontos',
  User: 'Benutzer',
  'A SQL login': 'Eine SQL-Anmeldung',
});

describe('A translator', () => {
  it.each([
    ['Next', 'Weiter'],
    ['sql01 answers at 10.0.0.1, TCP port 1433.', 'sql01 antwortet unter 10.0.0.1, TCP-Port 1433.'],
    ['1 checks failed.', '1 Prüfung ist fehlgeschlagen.'],
    ['3 checks failed. Choose another one.', '3 Prüfungen sind fehlgeschlagen. Wählen Sie etwas anderes.'],
    ['One is kept. Leave this empty to keep it.', 'Es ist hinterlegt. Leer lassen, um es zu behalten.'],
    ['Missing: the MIM Service.', 'Es fehlt: der MIM-Dienst.'],
    [
      'Missing: the MIM Service, the MIM Portal and the MIM Service.',
      'Es fehlt: der MIM-Dienst, das MIM-Portal und der MIM-Dienst.',
    ],
    ['Missing: svc-mim and sql.', 'Es fehlt: svc-mim and sql.'],
    ['Missing: the MIM Service; Let users in, at last.', 'Es fehlt: der MIM-Dienst; Benutzer einlassen.'],
    ['Missing: Next.', 'Es fehlt: Next.'],
    ['Missing: Next page. Missing: 007. Next page.', 'Es fehlt: Nächste Seite. Es fehlt: 007. Nächste Seite.'],
    ['No file "Next page". Choose another one.', 'Keine Datei „Next page“. Wählen Sie etwas anderes.'],
    ['No file "My. File". Next', 'Keine Datei „My. File“. Weiter'],
    ['The cause: The disk is full. Choose another one.', 'Ursache: Der Datenträger ist voll. Wählen Sie etwas anderes.'],
    ['sql01 answers at 10.0.0.1', 'sql01 answers at 10.0.0.1'],
    ['Found a file. Found a folder', 'Gefunden: a file. Gefunden: a folder'],
    ['AADSTS90002: No file "x".', 'AADSTS90002: No file "x".'],
    ['The cause: 2027-01-31.', 'Ursache: 31.01.2027.'],
    ['page: Choose another one.', 'page: Wählen Sie etwas anderes.'],
    ['Does "Next page" show?', 'Wird „Nächste Seite“ angezeigt?'],
    ['serviceAccount.user: Choose another one.', 'serviceAccount.user: Wählen Sie etwas anderes.'],
    ['Kind of account: A SQL login, User: sa', 'Art des Kontos: Eine SQL-Anmeldung, Benutzer: sa'],
    ['Choose another one.\nSQL Server says no.\n\nNext page', 'Wählen Sie etwas anderes.\nSQL Server says no.\n\nNächste Seite'],
  ])('tells “%s” as “%s”', (english, german) => {
    expect(translator.tell(english)).toBe(german);
  });

  it.each([
    ['a: ', 4000],
    ['Missing: ', 2000],
    ['The cause: ', 1000],
    ['The cluster is away. ', 300],
    ['one, two; three and ', 300],
    ['No file "', 800],
    ['x\n', 3000],
    ['Missing: Next page. ', 300],
  ])('leaves a text of “%s” over and over that nobody has declared in its words, and does not fail on it', (piece, times) => {
    const text = `${piece.repeat(times)}x`;
    expect(translator.find(text)).toBeUndefined();
    expect(translator.tell(text)).toMatch(/x$/);
  });

  it('leaves a text as it is that is longer than any of the program', () => {
    const text = 'Missing: Next page. '.repeat(2000);
    expect(translator.tell(text)).toBe(text);
  });

  it('leaves what it does not know as it is, and says so', () => {
    expect(translator.tell('The cluster is away. Choose another one.')).toBe('The cluster is away. Wählen Sie etwas anderes.');
    expect(translator.find('The cluster is away. Choose another one.')).toBeUndefined();
    expect(translator.find('The cluster is away.')).toBeUndefined();
  });
});

describe('A reply in another language', () => {
  it('has its words translated, and all else as it was', () => {
    const reply = {
      id: 'Next',
      title: 'Next',
      name: 'Next',
      ways: [{ steps: ['Next page', 'Mine'], code: 'Next' }],
      answers: { title: 'Next' },
      schema: { properties: { title: { title: 'Next', default: 'Next', oneOf: [{ const: 'Next', title: 'Next page' }] } } },
    };
    expect(translateReply(reply, translator)).toEqual({
      ...reply,
      title: 'Weiter',
      ways: [{ steps: ['Nächste Seite', 'Mine'], code: 'Next' }],
      schema: { properties: { title: { title: 'Weiter', default: 'Next', oneOf: [{ const: 'Next', title: 'Nächste Seite' }] } } },
    });
  });

  it('has what was chosen in a plan’s answers in words, and what was typed as it was', () => {
    const answers = [
      { page: 'mailServer', field: 'type', label: 'Next', value: 'Next page' },
      { page: 'database', field: 'name', label: 'Next', value: 'Next page' },
      { page: 'serviceAccount', field: 'password', label: 'Next', value: 'Next page' },
    ];
    expect(translateReply({ answers }, translator)).toEqual({
      answers: [
        { ...answers[0], label: 'Weiter', value: 'Nächste Seite' },
        { ...answers[1], label: 'Weiter' },
        { ...answers[2], label: 'Weiter', value: 'Nächste Seite' },
      ],
    });
  });

  it('has open answers in words, and what the package calls its controls as it is', () => {
    const candidates = [{ label: 'Next', choices: [{ value: '1', text: 'Next' }], grounds: ['Next page'] }];
    const openAnswers = [{ name: 'mailServer.cloud', label: 'Next', value: 'Office 365', candidates }];
    expect(translateReply({ openAnswers }, translator)).toEqual({
      openAnswers: [{ ...openAnswers[0], label: 'Weiter', candidates: [{ ...candidates[0], grounds: ['Nächste Seite'] }] }],
    });
  });
});
