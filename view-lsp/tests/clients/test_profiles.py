"""The server before the client profiles of pytest-lsp, which check every message against the protocol.

`VIEWFMT` is the server's binary. `cargo test -p view-lsp --test clients` runs this.
"""

import asyncio
import os
import pathlib

import pytest
import pytest_lsp
from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities

PROJECT = pathlib.Path(__file__).parent / "project"
PROFILES = [
    "neovim@v0.6",
    "neovim@v0.7",
    "neovim@v0.8",
    "neovim@v0.9",
    "neovim@v0.10",
    "neovim@v0.11",
    "emacs@v29.1",
    "visual_studio_code@v1.65.2",
]


@pytest_lsp.fixture(
    params=PROFILES,
    config=ClientServerConfig(server_command=[os.environ["VIEWFMT"], "lsp"]),
)
async def client(request, lsp_client: LanguageClient):
    # What a client says that it can register, it registers.
    for method in (types.CLIENT_REGISTER_CAPABILITY, types.CLIENT_UNREGISTER_CAPABILITY):
        lsp_client.feature(method)(lambda params: None)
    params = types.InitializeParams(
        process_id=os.getpid(),
        root_uri=PROJECT.as_uri(),
        capabilities=client_capabilities(request.param),
    )
    result = await lsp_client.initialize_session(params)
    lsp_client.encoding = result.capabilities.position_encoding or "utf-16"
    lsp_client.pulls = result.capabilities.diagnostic_provider is not None
    yield lsp_client
    await lsp_client.shutdown_session()


def units(encoding: str, text: str) -> int:
    if encoding == "utf-8":
        return len(text.encode())
    return len(text) if encoding == "utf-32" else len(text.encode("utf-16-le")) // 2


class Document:
    """A file of the project, open in the client."""

    def __init__(self, client: LanguageClient, name: str):
        path = PROJECT / name
        self.client, self.uri, self.text = client, path.as_uri(), path.read_text(encoding="utf-8")
        language = {".py": "python", ".rs": "rust"}[path.suffix]
        item = types.TextDocumentItem(uri=self.uri, language_id=language, version=1, text=self.text)
        client.text_document_did_open(types.DidOpenTextDocumentParams(text_document=item))
        self.id = types.TextDocumentIdentifier(uri=self.uri)

    def at(self, before: str, after: str = "") -> types.Position:
        """The place behind `before`, which stands in the text with `after` behind it."""
        offset = self.text.index(before + after) + len(before)
        head = self.text[:offset]
        start = head.rfind("\n") + 1
        return types.Position(line=head.count("\n"), character=units(self.client.encoding, head[start:]))

    def whole(self) -> types.Range:
        return types.Range(types.Position(0, 0), types.Position(self.text.count("\n") + 1, 0))

    def of(self, range_: types.Range) -> str:
        """What a range of one line covers, if it is counted as was agreed."""
        line = self.text.split("\n")[range_.start.line]
        encoding = {"utf-8": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}[self.client.encoding]
        size = {"utf-8": 1, "utf-16": 2, "utf-32": 4}[self.client.encoding]
        cut = line.encode(encoding)[range_.start.character * size : range_.end.character * size]
        return cut.decode(encoding)

    async def diagnostics(self) -> list[types.Diagnostic]:
        if self.client.pulls:
            params = types.DocumentDiagnosticParams(text_document=self.id)
            return list((await self.client.text_document_diagnostic_async(params)).items)
        while self.uri not in self.client.diagnostics:
            await asyncio.wait_for(self.client.wait_for_notification("textDocument/publishDiagnostics"), 30)
        return list(self.client.diagnostics[self.uri])

    async def found(self) -> list[tuple[str, str]]:
        return [(diagnostic.code, self.of(diagnostic.range)) for diagnostic in await self.diagnostics()]

    async def fixed(self) -> list[str]:
        """What is found once the first fix that is offered is made."""
        context = types.CodeActionContext(diagnostics=await self.diagnostics(), only=[types.CodeActionKind.QuickFix])
        params = types.CodeActionParams(text_document=self.id, range=self.whole(), context=context)
        actions = await self.client.text_document_code_action_async(params)
        assert actions, "a fix is offered"
        edit = actions[0].edit
        edits = edit.document_changes[0].edits if edit.document_changes else edit.changes[self.uri]
        changes = [types.TextDocumentContentChangePartial(range=edit.range, text=edit.new_text) for edit in edits]
        self.client.diagnostics.pop(self.uri, None)
        self.client.text_document_did_change(
            types.DidChangeTextDocumentParams(
                text_document=types.VersionedTextDocumentIdentifier(uri=self.uri, version=2), content_changes=changes
            )
        )
        return [code for code, _ in await self.found()]


@pytest.mark.asyncio
async def test_diagnostics_in_python(client: LanguageClient):
    found = await Document(client, "header.py").found()
    assert found == [("unknown-code", "~"), ("unknown-code", "u32")]


@pytest.mark.asyncio
async def test_diagnostics_in_rust(client: LanguageClient):
    assert await Document(client, "header.rs").found() == [("unknown-code", "~")]


@pytest.mark.asyncio
async def test_a_fix_mends(client: LanguageClient):
    document = Document(client, "header.py")
    assert len(await document.found()) == 2
    assert await document.fixed() == ["unknown-code"]


@pytest.mark.asyncio
async def test_hover(client: LanguageClient):
    document = Document(client, "header.py")
    position = document.at('struct.unpack("<2s', 'I", data)')
    hover = await client.text_document_hover_async(types.HoverParams(text_document=document.id, position=position))
    assert "unsigned int" in hover.contents.value
    assert document.of(hover.range) == "I"
    position = document.at("import ", "struct")
    params = types.HoverParams(text_document=document.id, position=position)
    assert await client.text_document_hover_async(params) is None


@pytest.mark.asyncio
async def test_completion(client: LanguageClient):
    document = Document(client, "header.py")
    position = document.at('é𝕒", struct.unpack("<2sI')
    params = types.CompletionParams(text_document=document.id, position=position)
    items = (await client.text_document_completion_async(params)).items
    assert {"h", "Q"} <= {item.label for item in items}
    assert all(item.text_edit.range.start == position for item in items)


@pytest.mark.asyncio
async def test_inlay_hints(client: LanguageClient):
    document = Document(client, "header.py")
    params = types.InlayHintParams(text_document=document.id, range=document.whole())
    labels = [hint.label for hint in await client.text_document_inlay_hint_async(params)]
    assert labels == [": 2s", ": I", "6 B, 2 values", "4 B, 2 values", "H:", "H:"]


@pytest.mark.asyncio
async def test_semantic_tokens(client: LanguageClient):
    document = Document(client, "header.rs")
    params = types.SemanticTokensParams(text_document=document.id)
    data = (await client.text_document_semantic_tokens_full_async(params)).data
    line = column = 0
    texts = []
    for i in range(0, len(data), 5):
        line, column = line + data[i], data[i + 1] if data[i] else column + data[i + 1]
        texts.append(document.of(types.Range(types.Position(line, column), types.Position(line, column + data[i + 2]))))
    assert texts == ["<", "2", "s", ":magic:", ":size:", "<", "2", "s", "I"]


@pytest.mark.asyncio
async def test_document_highlight(client: LanguageClient):
    document = Document(client, "header.py")
    position = document.at("magic, ", "length")
    params = types.DocumentHighlightParams(text_document=document.id, position=position)
    found = await client.text_document_document_highlight_async(params)
    assert [document.of(highlight.range) for highlight in found] == ["length", "I"]


@pytest.mark.asyncio
async def test_signature_help(client: LanguageClient):
    document = Document(client, "header.py")
    position = document.at('struct.pack("<HH", length, ')
    params = types.SignatureHelpParams(text_document=document.id, position=position)
    help_ = await client.text_document_signature_help_async(params)
    assert help_.signatures[0].label == "struct.pack(format, H: int, H: int)"
    assert help_.active_parameter == 1


@pytest.mark.asyncio
async def test_selection_range(client: LanguageClient):
    document = Document(client, "header.rs")
    position = document.at('format = "<', "2sI")
    params = types.SelectionRangeParams(text_document=document.id, positions=[position])
    range_, texts = (await client.text_document_selection_range_async(params))[0], []
    while range_:
        texts.append(document.of(range_.range))
        range_ = range_.parent
    assert texts == ["2", "2s", "<2sI", '"<2sI"']


@pytest.mark.asyncio
async def test_an_unknown_request_is_refused(client: LanguageClient):
    document = Document(client, "header.py")
    params = types.RenameParams(text_document=document.id, position=document.at("import "), new_name="x")
    with pytest.raises(Exception, match="not answered here"):
        await client.text_document_rename_async(params)
