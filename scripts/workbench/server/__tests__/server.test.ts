/** @jest-environment node */
import { readApp } from '../appMetadata';
import { staticResource } from '../staticResource';
import { visualforcePage } from '../visualforce';

const root = process.cwd();

describe('what the console takes from the project’s metadata', () => {
  const app = readApp(root, 'Softphone_Console');

  it('the utility bar of the flexipage', () => {
    expect(app.utilities).toEqual([
      {
        component: 'softphone',
        label: 'Softphone',
        icon: 'call',
        height: 480,
        width: 340,
        eager: true
      }
    ]);
  });

  it('the tabs of the app, with the component of a custom one', () => {
    expect(app.tabs).toContainEqual({ name: 'standard-Contact', label: 'Contact' });
    expect(app.tabs).toContainEqual({
      name: 'Softphone_Setup',
      label: 'Softphone Setup',
      component: 'attributeMappings'
    });
  });

  it('an app that does not exist is an empty one', () => {
    expect(readApp(root, 'No_Such_App')).toMatchObject({
      label: 'Softphone',
      tabs: [],
      utilities: []
    });
  });
});

describe('Visualforce pages', () => {
  it('lose their server element and get their labels', () => {
    const page = visualforcePage(root, 'GenesysSignIn') ?? '';
    expect(page.trimStart()).toMatch(/^<html/);
    expect(page).not.toMatch(/apex:page|\$Label/);
    expect(page).toContain('genesys-sign-in');
  });

  it.each(['NoSuchPage', '../pages/GenesysSignIn', ''])('there is none called %p', (name) => {
    expect(visualforcePage(root, name)).toBeUndefined();
  });
});

it('a static resource that does not exist is undefined', () => {
  expect(staticResource(root, 'noSuchResource')).toBeUndefined();
});
