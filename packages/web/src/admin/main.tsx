import '#admin/without-eval.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';

import 'pretendard/dist/web/variable/pretendardvariable-dynamic-subset.css';
import '#styles/tokens.css';
import { App } from '#admin/app.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root.');

const router = createBrowserRouter([{ path: '*', Component: App }], { basename: '/admin' });

createRoot(root).render(
  <StrictMode>
    {/* Leaving for the login page, react-admin counts on the address changing before its memory is emptied. */}
    <RouterProvider router={router} useTransitions={false} />
  </StrictMode>,
);
