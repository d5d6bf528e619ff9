import type { Catalog } from '../speaker.ts';

/** What the checklist says: what to have at hand, and which team is asked for it. */
export const checklist: Catalog = {
  Checklist: 'Checkliste',
  'What to have at hand': 'Was bereitliegen sollte',
  Print: 'Drucken',
  'Hand each team its sheet: on paper each begins on a page of its own. What is asked in the end depends on what is installed.':
    'Geben Sie jedem Team sein Blatt: Auf Papier beginnt jedes auf einer eigenen Seite. Was am Ende gefragt wird, hängt davon ab, was installiert wird.',
  'Reading the checklist': 'Die Checkliste wird gelesen',
  'What is asked': 'Was gefragt wird',
  Answer: 'Angabe',
  'What will be checked': 'Was geprüft wird',
  'A secret: enter it in the wizard, and write it nowhere.':
    'Ein geheimer Wert: Geben Sie ihn im Assistenten ein, und schreiben Sie ihn nirgends auf.',
  'such as {example}': 'zum Beispiel {example}',
  '(depends on other answers)': '(hängt von anderen Angaben ab)',
  '(may be left empty)': '(kann leer bleiben)',
  'Up to {pages} pages ask for what these teams know. With the answers at hand they take about half an hour; each is checked at once, and you can leave at any time and come back.':
    'Bis zu {pages} Seiten fragen nach dem, was diese Teams wissen. Liegen die Angaben bereit, dauert das etwa eine halbe Stunde; jede Seite wird sofort geprüft, und Sie können jederzeit unterbrechen und später weitermachen.',
  'The checklist, to be printed: a sheet for each team': 'Die Checkliste zum Drucken: ein Blatt für jedes Team',
};
