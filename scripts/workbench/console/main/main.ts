import { createElement } from 'lwc';
import App from '../app/app';
import { orgStyles } from '../orgStyles/orgStyles';

// A page without its styles would jump.
await orgStyles;
document.body.append(createElement('console-app', { is: App }));
