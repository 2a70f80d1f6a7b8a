setInterval(() => fetch('/status').then(answer => answer.ok && location.reload()), 5000);
