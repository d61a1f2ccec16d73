const url = new URL('openapi.json', location);

fetch(url).then((answer) => answer.json()).then((spec) => {
  spec.info.description = spec.info.description.split('\n## ')[0]; // the rest is for /redoc
  spec.servers[0].url = new URL('.', url).pathname; // a stage may stand before it
  const optional = Object.values(spec.components.parameters).filter((it) => !it.required);
  optional.forEach((it) => { delete it.example; }); // which Swagger UI would send
  for (const path of Object.values(spec.paths)) { // whose parameters Swagger UI does not look up
    const { parameters, ...operations } = path;
    Object.values(operations).forEach((it) => { it.parameters = [...parameters, ...(it.parameters ?? [])]; });
    delete path.parameters;
  }
  SwaggerUIBundle({
    spec,
    dom_id: '#swagger-ui',
    deepLinking: true,
    docExpansion: 'list',
    defaultModelsExpandDepth: 0,
    persistAuthorization: false,
    displayRequestDuration: true,
    onComplete: () => document.getElementById(location.hash.slice(1))?.scrollIntoView(),
  });
});
