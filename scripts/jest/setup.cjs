// The preset's set-up patches the DOM; a test in the node environment has none to patch.
if (typeof Element !== 'undefined') require('@lwc/jest-preset/src/setup.js');
