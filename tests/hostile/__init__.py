"""Programs that mean harm, or do it by accident; a host with things worth stealing; and whether they were held."""
