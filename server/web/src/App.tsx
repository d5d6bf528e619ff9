import { FluentProvider } from '@fluentui/react-components';
import { Route, Switch } from 'wouter';
import { Installation } from './Installation.tsx';
import { Installations } from './list/Installations.tsx';
import { Runners } from './runners/Runners.tsx';
import { Nowhere } from './shell/Nowhere.tsx';
import { SignIn } from './shell/SignIn.tsx';
import { Top } from './shell/Top.tsx';
import { useTheme } from './theme.ts';
import { Together } from './together/Together.tsx';

/** A tab of an installation; of the wizard the page on screen, or one behind, to be looked at. */
type Place = { readonly id: string; readonly tab: string | undefined; readonly page: string | undefined };

/** The table of contents: which address shows what. */
export function App() {
  return (
    <FluentProvider theme={useTheme()} className="app">
      <Top />
      <Switch>
        <Route path="/" component={Installations} />
        <Route path="/together" component={Together} />
        <Route path="/runners" component={Runners} />
        <Route path="/sign-in" component={SignIn} />
        <Route<Place> path="/installations/:id/:tab?/:page?">
          {({ id, tab, page }) => <Installation key={id} id={id} tab={tab ?? 'setup'} page={page} />}
        </Route>
        <Route>
          <Nowhere />
        </Route>
      </Switch>
    </FluentProvider>
  );
}
