import type { Catalog } from '../speaker.ts';

/** What the checklist says: what to have at hand, and which team is asked for it. */
export const checklist: Catalog = {
  Checklist: 'Checkliste',
  'What to have at hand': 'Was bereitliegen sollte',
  Print: 'Drucken',
  'Hand each team its sheet. In print, each sheet starts on a new page. What is actually asked depends on what is installed.':
    'Geben Sie jedem Team sein Blatt. Im Ausdruck beginnt jedes auf einer neuen Seite. Was tatsächlich gefragt wird, hängt davon ab, was installiert wird.',
  'Reading the checklist': 'Die Checkliste wird gelesen',
  'What is asked': 'Was gefragt wird',
  Answer: 'Angabe',
  'What will be checked': 'Was geprüft wird',
  'A secret: enter it in the wizard, and do not write it down.':
    'Ein geheimer Wert: Geben Sie ihn im Assistenten ein, und schreiben Sie ihn nirgends auf.',
  'such as {example}': 'zum Beispiel {example}',
  '(depends on other answers)': '(hängt von anderen Angaben ab)',
  '(may be left empty)': '(kann leer bleiben)',
  'Up to {pages} pages ask for what these teams know. With the answers at hand, they take about half an hour. Each page is checked right away, and you can leave at any time and come back.':
    'Bis zu {pages} Seiten fragen nach dem, was diese Teams wissen. Liegen die Angaben bereit, dauert das etwa eine halbe Stunde. Jede Seite wird sofort geprüft, und Sie können jederzeit unterbrechen und später weitermachen.',
  'Printable checklist, with a sheet for each team': 'Checkliste zum Drucken, mit einem Blatt für jedes Team',
};
