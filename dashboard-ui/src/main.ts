import { sharedStyles } from './elements/shared-styles.js';
import './elements/index.js';
import './app/app.js';
import { startTheme } from './app/theme.js';

startTheme();
if (sharedStyles.styleSheet) {
  document.adoptedStyleSheets = [sharedStyles.styleSheet];
}
