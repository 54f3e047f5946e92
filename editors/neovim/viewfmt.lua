-- Neovim 0.11 and later: copy to ~/.config/nvim/lsp/viewfmt.lua, and say vim.lsp.enable('viewfmt') in init.lua.
return {
  cmd = { 'viewfmt', 'lsp' },
  filetypes = { 'python', 'rust' },
  root_markers = { 'viewfmt.toml', 'pyproject.toml', 'Cargo.toml', '.git' },
  settings = {
    viewfmt = {
      diagnostics = { enable = true },
      inlayHints = { enable = true, formats = true, targets = true, arguments = true },
      -- Neovim merges the tokens of several servers.
      semanticTokens = { enable = true },
    },
  },
}
