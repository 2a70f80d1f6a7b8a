document.querySelector('.menu').classList.add('is-open');
