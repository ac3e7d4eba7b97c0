import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';

import 'pretendard/dist/web/variable/pretendardvariable-dynamic-subset.css';
import '#styles/tokens.css';
import '#styles/base.css';
import { createServices } from '#app/create-services.ts';
import { Providers } from '#app/providers.tsx';
import { createRouter } from '#app/router.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root.');

const services = createServices();
services.session.restore();

createRoot(root).render(
  <StrictMode>
    <Providers services={services}>
      <RouterProvider router={createRouter()} />
    </Providers>
  </StrictMode>,
);
