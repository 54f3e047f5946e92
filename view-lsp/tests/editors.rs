//! The set-ups under `editors/`, tried in the editors they are for. One that is not there is skipped with a message;
//! `.ci/clients` installs them.
#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "these are tests")]

use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

fn file(name: &str) -> PathBuf {
    root().join("editors").join(name)
}

/// A command whose `PATH` has our program first.
fn command(program: &Path) -> Command {
    let own = Path::new(env!("CARGO_BIN_EXE_viewfmt")).parent().unwrap();
    let mut command = Command::new(program);
    command.env("PATH", format!("{}:{}", own.display(), std::env::var("PATH").unwrap()));
    command.current_dir(root().join("view-lsp/tests/clients/project"));
    command
}

#[expect(clippy::print_stdout, reason = "the message of a test that is skipped")]
fn skip(what: &str) {
    assert!(std::env::var("VIEWFMT_CLIENTS").as_deref() != Ok("required"), "{what} is not installed");
    println!("skipped: {what} is not installed; .ci/clients installs it");
}

/// A Neovim whose minor version is one of these.
fn neovim(is_it: fn(u32) -> bool) -> Option<PathBuf> {
    let programs = [root().join("target/clients/bin/nvim"), "nvim".into()];
    programs.into_iter().find(|program| {
        let Ok(output) = Command::new(program).arg("--version").output() else { return false };
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        let version = text.strip_prefix("NVIM v0.").and_then(|rest| rest.split('.').next()?.parse().ok());
        version.is_some_and(is_it)
    })
}

/// Opens a Python file with a set-up, and says which codes its diagnostics have.
fn diagnostics(program: &Path, set_up: &str) -> String {
    let script = format!(
        "{set_up}\n\
         vim.cmd('edit header.py')\n\
         vim.bo.filetype = 'python'\n\
         vim.wait(20000, function() return #vim.diagnostic.get(0) > 0 end, 10)\n\
         local codes = {{}}\n\
         for _, d in ipairs(vim.diagnostic.get(0)) do codes[tostring(d.code or d.user_data.lsp.code)] = true end\n\
         local names = vim.tbl_keys(codes)\n\
         table.sort(names)\n\
         io.stdout:write(table.concat(names, ' '))\n\
         vim.cmd('qall!')"
    );
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("set-up-{}.lua", script.len()));
    std::fs::write(&path, script).unwrap();
    let run = command(program)
        .args(["--headless", "-u", "NONE", "-i", "NONE", "-n", "-c", "filetype on", "-S"])
        .arg(&path)
        .output();
    let run = run.unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    String::from_utf8(run.stdout).unwrap()
}

/// What `viewfmt check` finds in the same file.
fn expected() -> String {
    let run = command(Path::new(env!("CARGO_BIN_EXE_viewfmt")))
        .args(["check", "--output-format", "json", "header.py"])
        .output();
    let found: serde_json::Value = serde_json::from_slice(&run.unwrap().stdout).unwrap();
    let mut names: Vec<String> =
        found.as_array().unwrap().iter().map(|finding| finding["name"].as_str().unwrap().to_string()).collect();
    names.sort();
    names.dedup();
    assert!(!names.is_empty());
    names.join(" ")
}

#[test]
fn neovim_reads_its_file_and_starts_the_server() {
    let Some(program) = neovim(|version| version >= 11) else { return skip("Neovim 0.11") };
    let path = file("neovim/viewfmt.lua");
    let set_up = format!("vim.lsp.config('viewfmt', dofile('{}'))\nvim.lsp.enable('viewfmt')", path.display());
    assert_eq!(diagnostics(&program, &set_up), expected());
}

#[test]
fn older_neovim_starts_the_server() {
    let Some(program) = neovim(|version| version < 11) else { return skip("Neovim 0.7") };
    assert_eq!(diagnostics(&program, &format!("dofile('{}')", file("neovim/old.lua").display())), expected());
}

#[test]
fn eglot_starts_the_server() {
    let has_eglot = Command::new("emacs").args(["-q", "--batch", "--eval", "(require 'eglot)"]).output();
    if !has_eglot.is_ok_and(|run| run.status.success()) {
        return skip("Emacs with eglot");
    }
    // In batch there is no idle time in which a mode starts its server, and no repository that is the project.
    let script = r#"(let* ((project (cons 'transient default-directory))
               (project-find-functions (list (lambda (_) project)))
               (tries 0))
        (require 'flymake)
        (find-file "header.py") (python-mode)
        (eglot (list 'python-mode) project 'eglot-lsp-server
               (cdr (assoc '(python-mode python-ts-mode rust-mode rust-ts-mode) eglot-server-programs)) "python")
        (flymake-mode 1) (flymake-start)
        (while (and (null (flymake-diagnostics)) (< tries 400))
          (accept-process-output nil 0.05) (setq tries (1+ tries)))
        (princ (format "%s" (length (flymake-diagnostics)))))"#;
    let mut emacs = command(Path::new("emacs"));
    emacs.args(["-q", "--batch", "-l"]).arg(file("emacs/viewfmt-eglot.el")).args(["--eval", script]);
    let run = emacs.output().unwrap();
    let told = String::from_utf8_lossy(&run.stdout).into_owned();
    assert!(
        told.trim().parse().is_ok_and(|count: usize| count > 0),
        "{told}\n{}",
        String::from_utf8_lossy(&run.stderr)
    );
}

#[test]
fn lsp_mode_starts_the_server() {
    let emacs = || {
        let mut emacs = command(Path::new("emacs"));
        emacs.args(["-q", "--batch", "--eval", "(package-initialize)"]);
        emacs
    };
    let has_lsp_mode = emacs().args(["--eval", "(require 'lsp-mode)"]).output();
    if !has_lsp_mode.is_ok_and(|run| run.status.success()) {
        return skip("Emacs with lsp-mode");
    }
    let sessions = std::env::temp_dir().join(format!("viewfmt-lsp-mode-{}", std::process::id()));
    // Other servers for the language may be known, and are left out; so is what only a window has.
    let script = r#"(let ((tries 0) codes)
        (setq lsp-auto-guess-root t lsp-session-file "SESSIONS" lsp-enable-file-watchers nil lsp-restart 'ignore
              lsp-enabled-clients '(viewfmt) lsp-diagnostics-provider :none lsp-enable-snippet nil
              lsp-headerline-breadcrumb-enable nil lsp-modeline-code-actions-enable nil lsp-lens-enable nil)
        (find-file "header.py")
        (delay-mode-hooks (python-mode))
        (lsp-workspace-folders-add default-directory)
        (lsp)
        (while (and (= 0 (hash-table-count (lsp-diagnostics))) (< tries 400))
          (accept-process-output nil 0.05) (setq tries (1+ tries)))
        (maphash (lambda (_ found) (dolist (one found) (push (lsp-get one :code) codes))) (lsp-diagnostics))
        (princ (mapconcat #'identity (sort (delete-dups codes) #'string<) " ")))"#;
    let script = script.replace("SESSIONS", &sessions.display().to_string());
    let run = emacs().arg("-l").arg(file("emacs/viewfmt-lsp.el")).args(["--eval", &script]).output().unwrap();
    // It may never have been written.
    _ = std::fs::remove_file(&sessions);
    let told = String::from_utf8_lossy(&run.stdout).into_owned();
    assert_eq!(told.trim(), expected(), "{}", String::from_utf8_lossy(&run.stderr));
}

/// Helix and Zed are not to be had in CI: their files are at least what they are taken for.
#[test]
fn the_other_files_can_be_read() {
    let helix: toml::Table = std::fs::read_to_string(file("helix/languages.toml")).unwrap().parse().unwrap();
    assert_eq!(helix["language-server"]["viewfmt"]["command"].as_str(), Some("viewfmt"));
    assert!(helix["language-server"]["viewfmt"]["config"]["viewfmt"]["inlayHints"].is_table());
    for language in helix["language"].as_array().unwrap() {
        assert!(
            language["language-servers"].as_array().unwrap().iter().any(|server| server.as_str() == Some("viewfmt"))
        );
    }
    let extension: toml::Table = std::fs::read_to_string(file("zed/extension.toml")).unwrap().parse().unwrap();
    assert_eq!(extension["language_servers"]["viewfmt"]["languages"].as_array().unwrap().len(), 2);
    let settings = std::fs::read_to_string(file("zed/settings.json")).unwrap();
    let settings: String = settings.lines().filter(|line| !line.starts_with("//")).collect();
    serde_json::from_str::<serde_json::Value>(&settings).unwrap();
}
