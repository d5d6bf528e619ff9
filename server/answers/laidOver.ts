import { isPlainObject } from '../../machines/vocabulary/plainObject.ts';
import { placeholder } from './answersForm.ts';

/**
 * Maps are laid over each other name by name; whatever else stands there, a secret that stands elsewhere too, takes its place.
 *
 * @example laidOver({ cloud: { cloud: 'global' } }, { cloud: { cloud: 'china' }, welcome: {} }) // { cloud: { cloud: 'china' }, welcome: {} }
 */
export function laidOver(below: unknown, above: unknown): unknown {
  if (!isPlainObject(below) || !isPlainObject(above) || placeholder.safeParse(above).success) return above;
  return { ...below, ...Object.fromEntries(Object.entries(above).map(([name, value]) => [name, laidOver(below[name], value)])) };
}
