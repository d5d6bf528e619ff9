/** What the first look at the page does without: loaded in one piece, once that is shown. `part` shows what is in it. */
export { Checklist } from '../checklist/Checklist.tsx';
export { OverrideBox } from '../checks/OverrideBox.tsx';
export { FlowTab } from '../flow/FlowTab.tsx';
export { LogTab } from '../log/LogTab.tsx';
export { PlanTab } from '../plan/PlanTab.tsx';
export { ReportTab } from '../report/ReportTab.tsx';
export { Runners } from '../runners/Runners.tsx';
export { Together } from '../together/Together.tsx';
export { EndScreen } from '../wizard/EndScreen.tsx';
export { FailedScreen } from '../wizard/FailedScreen.tsx';
export { InstallingScreen } from '../wizard/InstallingScreen.tsx';
export { PageBehind } from '../wizard/PageBehind.tsx';
export { ReadyScreen } from '../wizard/ReadyScreen.tsx';
export { TasksScreen } from '../wizard/TasksScreen.tsx';
