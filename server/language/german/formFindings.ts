import type { Catalog } from '../catalog.ts';

/** What the library that holds values against their declared form (Zod) says where a field has no words of its own. */
export const formFindings: Catalog = {
  'Invalid input': 'Ungültige Eingabe',
  'Invalid input: expected {expected}, received {received}':
    'Ungültige Eingabe: erwartet: {expected, select, string {Text} number {Zahl} int {ganze Zahl} boolean {true oder false} array {Liste} object {Objekt} record {Objekt} undefined {nichts} other {{expected}}}; erhalten: {received, select, string {Text} number {Zahl} int {ganze Zahl} boolean {true oder false} array {Liste} object {Objekt} record {Objekt} undefined {nichts} other {{received}}}',
  'Invalid input: expected {expected}': 'Ungültige Eingabe: erwartet: {expected}',
  'Invalid option: expected one of {choices}': 'Ungültige Auswahl: erwartet: {choices}',
  'Invalid key in {where}': 'Ungültiger Schlüssel in {where}',
  'Invalid email address': 'Ungültige E-Mail-Adresse',
  'Invalid string: must match pattern {pattern}': 'Ungültiger Text: Er muss dem Muster {pattern} entsprechen',
  'Too big: expected string to have <={count} characters': 'Zu lang: höchstens {count} Zeichen',
  'Too small: expected string to have >={count} characters': 'Zu kurz: mindestens {count} Zeichen',
  'Too big: expected array to have <={count} items': 'Zu viele: höchstens {count} Elemente',
  'Too small: expected array to have >={count} items': 'Zu wenige: mindestens {count} Elemente',
  'Too big: expected number to be <={limit}': 'Zu groß: höchstens {limit}',
  'Too small: expected number to be >={limit}': 'Zu klein: mindestens {limit}',
  'Too big: expected int to be <={limit}': 'Zu groß: höchstens {limit}',
  'Too small: expected int to be >={limit}': 'Zu klein: mindestens {limit}',
};
