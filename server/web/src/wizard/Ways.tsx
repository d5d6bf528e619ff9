import { useInstallation } from '../api/useSession.ts';
import { say } from '../language/say.ts';
import { Linked } from '../shell/Linked.tsx';
import { Script } from '../shell/Script.tsx';
import { Register } from './Register.tsx';

/** The ways to what the page asks for: whom each takes, what to do, and its scripts. `onBegun`: see `Register`. */
export function Ways({ onBegun }: { onBegun(): void }) {
  const { view } = useInstallation();
  const { ways } = view.page;
  if (ways.length === 0) return null;
  return (
    <section className="ways" aria-labelledby="ways">
      <h3 id="ways">
        {say('No application yet? {count, plural, one {There is one way} other {There are # ways}} to get one', {
          count: ways.length,
        })}
      </h3>
      {ways.map(({ code, title, roles, steps, scripts }) => (
        <details key={code} className={code}>
          <summary>{title}</summary>
          <p>{say('Roles needed:')}</p>
          <ul>
            {roles.map((role) => (
              <li key={role}>{role}</li>
            ))}
          </ul>
          <ol>
            {steps.map((step) => (
              <li key={step}>
                <Linked text={step} />
              </li>
            ))}
          </ol>
          {scripts.map(({ title: what, script }) => (
            <div key={what}>
              <h4>{what}</h4>
              <Script label={what} text={script} />
            </div>
          ))}
          {code === 'register' && view.can.includes('register') && <Register onBegun={onBegun} />}
        </details>
      ))}
    </section>
  );
}
