import { Badge } from '@fluentui/react-components';
import { Fragment } from 'react';
import { words } from '../words.ts';
import type { PlannedProperty } from './plan.ts';

/** The installer's properties: each value, the page that it comes from, and how surely the installer is known to read it so. */
export function Properties({ properties }: { readonly properties: readonly PlannedProperty[] }) {
  return (
    <table className="properties">
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
          <Fragment key={name}>
            <tr className={note ? 'noted' : ''}>
              <th scope="row">
                <code>{name}</code>
              </th>
              <td>{secret ? <em>secret</em> : <code>{value ?? ''}</code>}</td>
              <td className="aside">{words(page)}</td>
              <td>
                {provenance === 'documented' ? (
                  <span className="aside">documented</span>
                ) : (
                  <Badge appearance="tint" color={provenance === 'disputed' ? 'warning' : 'danger'}>
                    {provenance}
                  </Badge>
                )}
              </td>
            </tr>
            {note && (
              <tr className="note">
                <td colSpan={4} className="aside">
                  {note}
                </td>
              </tr>
            )}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}
