-- Drives the server from a headless Neovim, of 0.7 or later, and writes what it got to the file that OUT names.
--   OUT=out.txt VIEWFMT=path PROJECT=directory nvim --headless -u NONE -i NONE -n -S neovim.lua
local out = assert(io.open(os.getenv('OUT'), 'w'))
local function say(...) out:write(string.format(...), '\n') end

local function main()
  local project = os.getenv('PROJECT')
  vim.cmd('edit ' .. project .. '/header.py')
  vim.bo.filetype = 'python'
  local buffer = vim.api.nvim_get_current_buf()
  local exit_code
  local id = vim.lsp.start_client({
    name = 'viewfmt',
    cmd = { os.getenv('VIEWFMT'), 'lsp' },
    root_dir = project,
    on_exit = function(code, signal) exit_code = code + 1000 * signal end,
  })
  vim.lsp.buf_attach_client(buffer, id)
  local client = vim.lsp.get_client_by_id(id)
  local function wait(what, done)
    if not vim.wait(30000, done, 10) then say('timed out: %s', what) end
  end
  wait('initialize', function() return client.initialized end)
  local is_new = vim.fn.has('nvim-0.11') == 1

  local function line(row) return vim.api.nvim_buf_get_lines(buffer, row, row + 1, true)[1] end
  local function found()
    local texts = {}
    for _, d in ipairs(vim.diagnostic.get(buffer)) do
      -- Neovim has counted it in bytes by now.
      table.insert(texts, string.format('%d %s %q', d.lnum + 1, d.code or d.user_data.lsp.code, line(d.lnum):sub(d.col + 1, d.end_col)))
    end
    table.sort(texts)
    return table.concat(texts, '\n')
  end
  wait('diagnostics', function() return #vim.diagnostic.get(buffer) > 0 end)
  say('diagnostics\n%s', found())

  -- The place behind `before` in a line, in the units that client and server agree on.
  local function at(row, before)
    local start = select(2, line(row):find(before, 1, true))
    local text = line(row):sub(1, start)
    local character = #text
    local encoding = client.offset_encoding
    if encoding ~= 'utf-8' then
      local utf32, utf16 = vim.str_utfindex(text)
      character = encoding == 'utf-16' and utf16 or utf32
    end
    return { line = row, character = character }
  end
  local function ask(method, more)
    local params = vim.tbl_extend('force', { textDocument = vim.lsp.util.make_text_document_params(buffer) }, more)
    local answers, failed = vim.lsp.buf_request_sync(buffer, method, params, 30000)
    if failed then say('%s: %s', method, failed) end
    local answer = (answers or {})[id] or {}
    if answer.err or answer.error then say('%s: %s', method, vim.inspect(answer.err or answer.error)) end
    return answer.result
  end

  local hover = ask('textDocument/hover', { position = at(3, '"<2s') })
  say('hover\n%s', hover.contents.value)
  local list = ask('textDocument/completion', { position = at(3, '"<2sI') })
  local items = {}
  for _, item in ipairs(vim.lsp.util.extract_completion_items and vim.lsp.util.extract_completion_items(list) or list.items) do
    table.insert(items, item.label)
  end
  say('completion %s', table.concat(items, ' '))
  local signature = ask('textDocument/signatureHelp', { position = at(6, 'length, ') })
  say('signature %s, %d', signature.signatures[1].label, signature.activeParameter)
  local marks = {}
  for _, mark in ipairs(ask('textDocument/documentHighlight', { position = at(4, 'magic, l') })) do
    table.insert(marks, line(4):sub(mark.range.start.character + 1, mark.range['end'].character))
  end
  say('highlight %s', table.concat(marks, ' '))

  if is_new then
    vim.lsp.inlay_hint.enable(true, { bufnr = buffer })
    wait('inlay hints', function() return #vim.lsp.inlay_hint.get({ bufnr = buffer }) > 0 end)
    for _, hint in ipairs(vim.lsp.inlay_hint.get({ bufnr = buffer })) do
      say('hint %d %s', hint.inlay_hint.position.line + 1, hint.inlay_hint.label)
    end
    local token = function() return vim.lsp.semantic_tokens.get_at_pos(buffer, 4, 31) end
    wait('semantic tokens', function() return #(token() or {}) > 0 end)
    for _, t in ipairs(token() or {}) do say('token %s', t.type) end
  end

  -- The fix that is offered for the line, made as the user's key would make it.
  local range = { start = { line = 5, character = 0 }, ['end'] = { line = 5, character = 40 } }
  local actions = ask('textDocument/codeAction', { range = range, context = { diagnostics = {} } })
  for _, action in ipairs(actions) do say('action %s: %s', action.kind, action.title) end
  vim.lsp.util.apply_workspace_edit(actions[1].edit, client.offset_encoding)
  say('fixed %s', line(5))
  -- And what is typed over it.
  local column = line(3):find('~', 1, true) - 1
  vim.api.nvim_buf_set_text(buffer, 3, column, 3, column + 1, { 'H' })
  wait('diagnostics of the change', function() return not found():find('unknown') end)
  say('after\n%s', found())

  vim.lsp.stop_client(id)
  wait('exit', function() return exit_code ~= nil end)
  -- 0.7 does not tell the code.
  if is_new then say('exit %s', tostring(exit_code)) end
end

local ok, err = xpcall(main, debug.traceback)
if not ok then say('error %s', err) end
out:close()
vim.cmd('qall!')
