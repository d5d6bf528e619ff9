import { FluentProvider } from '@fluentui/react-components';
import { useEffect } from 'react';
import { Route, Switch } from 'wouter';
import { webAddresses } from '../../http/webAddresses.ts';
import { Installation } from './Installation.tsx';
import { loadAhead } from './lazy/loadParts.ts';
import { part } from './lazy/part.tsx';
import { Installations } from './list/Installations.tsx';
import { Nowhere } from './shell/Nowhere.tsx';
import { SignIn } from './shell/SignIn.tsx';
import { Top } from './shell/Top.tsx';
import { useTheme } from './useTheme.ts';

const Together = part((parts) => parts.Together);
const Checklist = part((parts) => parts.Checklist);
const Runners = part((parts) => parts.Runners);

/** The table of contents: which address shows what. */
export function App() {
  useEffect(loadAhead, []);
  return (
    <FluentProvider theme={useTheme()} className="app">
      <Top />
      <Switch>
        <Route path={webAddresses.installations} component={Installations} />
        <Route path={webAddresses.together} component={Together} />
        <Route path={webAddresses.runners} component={Runners} />
        <Route path={webAddresses.checklist} component={Checklist} />
        <Route path={webAddresses.signIn} component={SignIn} />
        <Route path={webAddresses.installation}>{({ id }) => <Installation key={id} id={id} tab="setup" />}</Route>
        <Route path={webAddresses.tab}>{({ id, tab }) => <Installation key={id} id={id} tab={tab} />}</Route>
        <Route path={webAddresses.wizardPage}>
          {({ id, page }) => <Installation key={id} id={id} tab="setup" page={page} />}
        </Route>
        <Route path={webAddresses.pageBehind}>{({ id, page }) => <Installation key={id} id={id} tab="page" page={page} />}</Route>
        <Route>
          <Nowhere />
        </Route>
      </Switch>
    </FluentProvider>
  );
}
