/**
 * The kit on one page each, to look at beside the design's pictures: /gallery.html?view=today&theme=dark.
 * Served by the dev server only; the product does not contain it.
 */
import './gallery.css';
import { createRoot } from 'react-dom/client';
import { ToastProvider } from '../toast';
import { ComponentsView } from './components-view';
import { QuickAddView } from './quick-add-view';
import { StatesView } from './states-view';
import { SyncView } from './sync-view';
import { TodayView } from './today-view';

const query = new URLSearchParams(location.search);
const theme = query.get('theme');
if (theme) document.documentElement.dataset['theme'] = theme;

const views: Record<string, () => React.ReactNode> = {
  components: () => <ComponentsView />,
  states: () => <StatesView />,
  today: () => <TodayView />,
  task: () => <TodayView open />,
  'quick-add': () => <QuickAddView />,
  sync: () => <SyncView />,
};

const root = document.getElementById('root');
const view = views[query.get('view') ?? 'components'];
if (root && view) createRoot(root).render(<ToastProvider>{view()}</ToastProvider>);
