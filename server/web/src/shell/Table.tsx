import type { ReactNode } from 'react';

interface TableProps {
  readonly className: string;
  readonly heads: readonly string[];
  /** What the buttons of a last column do. It is for screen readers: whoever sees them needs no head above them. */
  readonly buttons?: string;
  /** The bodies. */
  readonly children: ReactNode;
}

/** A table with a head above each column. */
export function Table({ className, heads, buttons, children }: TableProps) {
  return (
    <table className={className}>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
          {buttons !== undefined && (
            <th scope="col">
              <span className="hidden">{buttons}</span>
            </th>
          )}
        </tr>
      </thead>
      {children}
    </table>
  );
}
