import { createElement, setFeatureFlag } from 'lwc';
import App from '../app/app';

// Before the first element: native shadow roots that the page's SLDS reaches into.
setFeatureFlag('ENABLE_FORCE_SHADOW_MIGRATE_MODE', true);

document.body.append(createElement('console-app', { is: App }));
