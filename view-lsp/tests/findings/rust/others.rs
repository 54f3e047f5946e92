// Macros of others that are called the same.
use leptos::*;

fn page(cx: Scope) -> impl IntoView {
    view! { cx, "Hello <k>" }
}

fn other() {
    html::view!(a, "not a format");
    regex.cast("zz");
    Layout::parse("not ours");
}
