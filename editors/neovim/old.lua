-- Neovim 0.7 to 0.10: put this into init.lua.
vim.api.nvim_create_autocmd('FileType', {
  pattern = { 'python', 'rust' },
  callback = function(event)
    local name = vim.api.nvim_buf_get_name(event.buf)
    local root
    -- vim.fs is of 0.8.
    if vim.fs and name ~= '' then
      local marker = vim.fs.find({ 'viewfmt.toml', 'pyproject.toml', 'Cargo.toml', '.git' }, { upward = true, path = vim.fn.fnamemodify(name, ':h') })[1]
      root = marker and vim.fn.fnamemodify(marker, ':h')
    end
    local config = { name = 'viewfmt', cmd = { 'viewfmt', 'lsp' }, root_dir = root or vim.fn.getcwd() }
    if vim.lsp.start then
      vim.lsp.start(config)
    else
      -- 0.7 has no vim.lsp.start: one client for all buffers.
      viewfmt_client = viewfmt_client or vim.lsp.start_client(config)
      vim.lsp.buf_attach_client(event.buf, viewfmt_client)
    end
  end,
})
