import { describe, expect, it } from 'vitest';
import { translateReply } from '../../server/language/translateReply.ts';
import { Translator } from '../../server/language/translator.ts';

const translator = new Translator('de', {
  Next: 'Weiter',
  'Next page': 'Nächste Seite',
  '{server} answers at {host}.': '{server} antwortet unter {host}.',
  '{server} answers at {host}, TCP port {port}.': '{server} antwortet unter {host}, TCP-Port {port}.',
  '{count} checks failed.': '{count, plural, one {# Prüfung ist} other {# Prüfungen sind}} fehlgeschlagen.',
  'Choose another one.': 'Wählen Sie etwas anderes.',
  'One is kept. Leave this empty to keep it.': 'Es ist hinterlegt. Leer lassen, um es zu behalten.',
  'Missing: {what}.': 'Es fehlt: {what}.',
  'the MIM Service': 'der MIM-Dienst',
  'the MIM Portal': 'das MIM-Portal',
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
  ])('tells “%s” as “%s”', (english, german) => {
    expect(translator.tell(english)).toBe(german);
  });

  it('leaves what it does not know as it is, and says so', () => {
    expect(translator.tell('The cluster is away. Choose another one.')).toBe('The cluster is away. Choose another one.');
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

  it('has a plan’s answers in words, and a page’s as they were given', () => {
    expect(translateReply({ answers: [{ label: 'Next', value: 'Next page' }] }, translator)).toEqual({
      answers: [{ label: 'Weiter', value: 'Nächste Seite' }],
    });
  });
});
