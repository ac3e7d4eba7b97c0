import ImportIcon from '@mui/icons-material/UploadFileOutlined';
import type { ResourceProps } from 'react-admin';

import { ImportPage } from '#admin/imports/import-page.tsx';

/** No rows of its own: a page in the menu. */
export const imports: ResourceProps = { name: 'imports', icon: ImportIcon, list: ImportPage };
