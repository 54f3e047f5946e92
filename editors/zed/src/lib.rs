//! Starts `viewfmt lsp` for Zed.

use zed_extension_api::{self as zed, LanguageServerId, Result, settings::LspSettings};

struct Viewfmt;

impl zed::Extension for Viewfmt {
    fn new() -> Self {
        Viewfmt
    }

    fn language_server_command(
        &mut self,
        server: &LanguageServerId,
        worktree: &zed::Worktree,
    ) -> Result<zed::Command> {
        let settings = LspSettings::for_worktree(server.as_ref(), worktree)?;
        let binary = settings.binary.unwrap_or(zed::settings::CommandSettings { path: None, arguments: None, env: None });
        let command = binary
            .path
            .or_else(|| worktree.which("viewfmt"))
            .ok_or("viewfmt is not installed: `cargo install view-lsp` puts it where it is found")?;
        Ok(zed::Command {
            command,
            args: binary.arguments.unwrap_or_else(|| vec!["lsp".into()]),
            env: worktree.shell_env(),
        })
    }

    fn language_server_initialization_options(
        &mut self,
        server: &LanguageServerId,
        worktree: &zed::Worktree,
    ) -> Result<Option<zed::serde_json::Value>> {
        Ok(LspSettings::for_worktree(server.as_ref(), worktree)?.initialization_options)
    }
}

zed::register_extension!(Viewfmt);
