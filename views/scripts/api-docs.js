// Draws the contract. Nothing leaves: no online validator.

// Swagger UI brings a main of its own into ours, and leaves out a level of headings; it takes no setting for either.
const create = document.createElement.bind(document)
const HOUSE = { main: 'div', h3: 'h2', h4: 'h3' }
document.createElement = (name, options) => create(HOUSE[name] ?? name, options)

SwaggerUIBundle({
  // relative to this page, so that it also works under a path prefix
  url: document.querySelector('#docs a').getAttribute('href'),
  dom_id: '#docs',
  validatorUrl: null,
  // with it each button holds a link, which a screen reader cannot tell apart
  deepLinking: false,
  defaultModelsExpandDepth: 0,
})
