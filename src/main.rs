//! Starts the app, nothing more.

fn main() {
    #[cfg(target_arch = "wasm32")]
    snowlight::browser::start();
}
