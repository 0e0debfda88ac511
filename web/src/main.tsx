import './main.css';
import { createRoot } from 'react-dom/client';

const root = document.getElementById('root');
if (root) createRoot(root).render(<h1 className="p-gutter text-h1 font-semibold">Holdfast</h1>);
