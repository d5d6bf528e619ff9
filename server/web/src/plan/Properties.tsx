import { Badge } from '@fluentui/react-components';
import { Fragment } from 'react';
import { say } from '../language/say.ts';
import { Table } from '../shell/Table.tsx';
import { words } from '../words.ts';
import type { PlannedProperty } from './plan.ts';

/** The installer's properties, page by page: each value, and how surely the installer is known to read it so. */
export function Properties({ properties }: { readonly properties: readonly PlannedProperty[] }) {
  const pages = [...new Set(properties.map(({ page }) => page))];
  return (
    <Table className="properties" heads={[say('Property'), say('Value'), say('Known')]}>
      {pages.map((page) => (
        <tbody key={page}>
          <tr className="page">
            <th scope="rowgroup" colSpan={3}>
              {page === null ? say('Set by configuration') : words(page)}
            </th>
          </tr>
          {properties
            .filter((property) => property.page === page)
            .map((property) => (
              <Property key={property.name} property={property} />
            ))}
        </tbody>
      ))}
    </Table>
  );
}

const known: Readonly<Record<PlannedProperty['provenance'], string>> = {
  documented: say('documented'),
  disputed: say('disputed'),
  unknown: say('unknown'),
  package: say('package'),
};

function Property({ property: { name, value, secret, provenance, note } }: { readonly property: PlannedProperty }) {
  return (
    <Fragment>
      <tr className={note ? 'noted' : ''}>
        <th scope="row">
          <code>{name}</code>
        </th>
        <td>{secret ? <em>{say('secret')}</em> : <code>{value ?? ''}</code>}</td>
        <td>
          {provenance === 'documented' || provenance === 'package' ? (
            <span className="aside">{known[provenance]}</span>
          ) : (
            <Badge appearance="tint" color={provenance === 'disputed' ? 'warning' : 'danger'}>
              {known[provenance]}
            </Badge>
          )}
        </td>
      </tr>
      {note && (
        <tr className="note">
          <td colSpan={3} className="aside">
            {note}
          </td>
        </tr>
      )}
    </Fragment>
  );
}
