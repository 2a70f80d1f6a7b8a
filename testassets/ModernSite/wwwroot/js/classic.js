window.order.push('classic <!-- $& </script>');
