import type { Refused } from '../api/request.ts';
import { say } from '../language/say.ts';
import { Bar } from '../shell/Bar.tsx';

/** Why the service has refused what was sent; what it has against a field stands there. */
export function Refusal({ refused, hasFields }: { readonly refused: Refused; readonly hasFields: boolean }) {
  return (
    <Bar intent="error" title={refused.title}>
      {hasFields && refused.errors.length > 0 ? say('See the fields below.') : `${refused.message} ${refused.remedy ?? ''}`}
    </Bar>
  );
}
