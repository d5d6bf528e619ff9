import type { Catalog } from '../catalog.ts';

/** What is refused where an open answer („offene Angabe“) is settled by a property of the package. */
export const settling: Catalog = {
  'There is no such open answer.': 'Diese offene Angabe gibt es nicht.',
  'See `openAnswers` in the view.': 'Siehe `openAnswers` in der Ansicht.',
  'The package does not say which one it is, by product code and version: nothing can be settled by it.':
    'Das Paket gibt nicht durch Produktcode und Version an, welches es ist: Damit lässt sich nichts klären.',
  'The package knows no property {property} that a command line can set.':
    'Das Paket kennt keine Eigenschaft {property}, die in einer Befehlszeile festgelegt werden kann.',
  '{property} carries another answer.': '{property} enthält bereits eine andere Angabe.',
  'It is a secret: it is passed on as it is.': 'Der Wert ist geheim: Er wird unverändert übergeben.',
  'This page has no value {value}. It has {values}.':
    'Den Wert {value} gibt es auf dieser Seite nicht. Mögliche Werte: {values}.',
  'Say what the package writes for “{word}”: values: { "{value}": "…" }.':
    'Geben Sie an, was das Paket für „{word}“ schreibt: values: \'{\' "{value}": "…" \'}\'.',
  'What the package asks is not known: name the package, or send its listing (mim-setup inspect --json).':
    'Was das Paket abfragt, ist nicht bekannt: Geben Sie das Paket an, oder übermitteln Sie seine Auflistung (mim-setup inspect --json).',
  'Give the product code as inspect has told it.': 'Geben Sie den Produktcode so an, wie inspect ihn ausgegeben hat.',
  'This is more than any package has to say.': 'Das ist mehr, als irgendein Paket enthält.',
  'Give the name of a public property: upper case, digits, _ and . only.':
    'Geben Sie den Namen einer öffentlichen Eigenschaft an, nur aus Großbuchstaben, Ziffern, _ und Punkten.',
};
