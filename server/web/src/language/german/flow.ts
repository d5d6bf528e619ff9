import type { Catalog } from '../speaker.ts';

/** What stands around the picture of the flow („Ablauf“), and what is told of its past. */
export const flow: Catalog = {
  'The flow': 'Der Ablauf',
  'Drawing the flow': 'Der Ablauf wird gezeichnet',
  'The picture is not available right now. Open this tab again.':
    'Das Bild ist gerade nicht verfügbar. Öffnen Sie diese Registerkarte erneut.',
  'The picture. Arrow keys move it, plus and minus zoom in and out, zero fits it into the window.':
    'Das Bild. Die Pfeiltasten verschieben es, Plus und Minus vergrößern und verkleinern es, Null passt es in das Fenster ein.',
  'Find a screen': 'Seite suchen',
  'No such screen': 'Keine solche Seite',
  '{at} of {count}; Enter for the next': '{at} von {count}; Eingabetaste für die nächste',
  'Zoom out': 'Verkleinern',
  'Zoom in': 'Vergrößern',
  Fit: 'Einpassen',
  'Current state': 'Aktueller Zustand',
  'Full screen': 'Vollbild',
  Play: 'Abspielen',
  Pause: 'Anhalten',
  Revision: 'Revision',
  'Revision {revision} of {last}': 'Revision {revision} von {last}',
  '{revision} of {last}': '{revision} von {last}',
  '{revision}, live': '{revision}, laufend aktualisiert',
  'Step back': 'Schritt zurück',
  'Step forward': 'Schritt vor',
  Now: 'Jetzt',
  Event: 'Ereignis',
  Screen: 'Seite',
  'by {who}': 'von {who}',
  Details: 'Einzelheiten',
  'Answers in effect at that point': 'Angaben, die damals galten',
  'None yet.': 'Noch keine.',
  yes: 'ja',
  no: 'nein',
  '(kept secret)': '(geheim gehalten)',
};
