// Draws the contract. Nothing leaves: no online validator.
SwaggerUIBundle({
  // relative to this page, so that it also works under a path prefix
  url: document.querySelector('#docs a').getAttribute('href'),
  dom_id: '#docs',
  validatorUrl: null,
  deepLinking: true,
  defaultModelsExpandDepth: 0,
})
