window.order.push('late');
