//! What only a browser can show. One binary, so that the browser starts once.
