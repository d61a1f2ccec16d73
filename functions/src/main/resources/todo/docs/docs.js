const url = new URL('openapi.json', location);

fetch(url).then((response) => response.json()).then((spec) => {
  spec.info.description = spec.info.description.split('\n## ')[0]; // only /redoc shows the rest
  spec.servers[0].url = new URL('.', url).pathname; // may start with a stage
  const optional = Object.values(spec.components.parameters).filter((it) => !it.required);
  optional.forEach((it) => { delete it.example; }); // Swagger UI would send it
  for (const path of Object.values(spec.paths)) { // Swagger UI does not resolve parameters of a path
    const { parameters, ...operations } = path;
    Object.values(operations).forEach((it) => { it.parameters = [...parameters, ...(it.parameters ?? [])]; });
    delete path.parameters;
  }
  const ui = SwaggerUIBundle({
    spec,
    dom_id: '#swagger-ui',
    deepLinking: true,
    docExpansion: 'list',
    defaultModelsExpandDepth: 0,
    persistAuthorization: false,
    displayRequestDuration: true,
    onComplete: () => {
      document.getElementById(location.hash.slice(1))?.scrollIntoView();
      signedIn.then((token) => token && ui.preauthorizeApiKey('token', token));
    },
  });
});
