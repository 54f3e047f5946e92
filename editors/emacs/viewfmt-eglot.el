;;; viewfmt-eglot.el --- viewfmt in eglot  -*- lexical-binding: t -*-

;; Eglot has one server for a buffer. Where viewfmt shall be the one:

(require 'eglot)

(add-to-list 'eglot-server-programs
             '((python-mode python-ts-mode rust-mode rust-ts-mode) . ("viewfmt" "lsp")))

;; Beside another server, let rassumfrassum (https://github.com/joaotavora/rassumfrassum) talk to both:
;;
;;   (add-to-list 'eglot-server-programs
;;                '((python-mode python-ts-mode) . ("rass" "--" "ty" "server" "--" "viewfmt" "lsp")))

(provide 'viewfmt-eglot)
;;; viewfmt-eglot.el ends here
