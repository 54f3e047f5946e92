view_core::view! {
    /// A point.
    pub struct Point = "<h:x: u:y:";
}
