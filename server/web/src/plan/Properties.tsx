import { Badge } from '@fluentui/react-components';
import { words } from '../words.ts';
import type { PlannedProperty } from './plan.ts';

/** The installer's properties, page by page. */
export function Properties({ properties }: { readonly properties: readonly PlannedProperty[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached without a mouse
    <section className="scroll" tabIndex={0} aria-label="Properties of the installer">
      <table>
        <thead>
          <tr>
            <th scope="col">Property</th>
            <th scope="col">Value</th>
            <th scope="col">From</th>
            <th scope="col">Known</th>
          </tr>
        </thead>
        <tbody>
          {properties.map(({ name, value, page, secret, provenance, note }) => (
            <tr key={name}>
              <th scope="row">
                <code>{name}</code>
              </th>
              <td>{secret ? <em>secret</em> : <code>{value ?? ''}</code>}</td>
              <td>{words(page)}</td>
              <td>
                <Badge appearance="tint" color={colors[provenance]}>
                  {provenance}
                </Badge>
                {note && <p className="aside">{note}</p>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const colors = { documented: 'success', disputed: 'warning', unknown: 'danger' } as const;
