// Shows what lessons say happened. A real page would send it to its record store, with who it was.
addEventListener('snowlight:statement', ({ detail }) => {
  const verb = detail.verb.id.split('/').pop();
  const score = detail.result && detail.result.score ? ` ${detail.result.score.scaled}` : '';
  document.getElementById('heard').append(`${verb} ${detail.object.id}${score}\n`);
});
