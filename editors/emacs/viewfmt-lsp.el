;;; viewfmt-lsp.el --- viewfmt in lsp-mode  -*- lexical-binding: t -*-

;; An add-on: it runs beside the server that the language has.

(require 'lsp-mode)

(defgroup viewfmt nil
  "Format strings of struct and PEP 3118."
  :group 'lsp-mode)

(defcustom viewfmt-inlay-hints t
  "Whether sizes and values are shown beside the code."
  :type 'boolean
  :group 'viewfmt)

(defcustom viewfmt-leave-to-compiler nil
  "Whether what the Rust compiler says itself is left to it; nil for what the project says."
  :type 'boolean
  :group 'viewfmt)

(lsp-register-custom-settings
 '(("viewfmt.inlayHints.enable" viewfmt-inlay-hints t)
   ("viewfmt.diagnostics.leaveToCompiler" viewfmt-leave-to-compiler)))

(lsp-register-client
 (make-lsp-client
  :new-connection (lsp-stdio-connection '("viewfmt" "lsp"))
  :activation-fn (lsp-activate-on "python" "rust")
  :add-on? t
  :priority -1
  :initialization-options (lambda () (lsp-configuration-section "viewfmt"))
  :initialized-fn (lambda (workspace)
                    (with-lsp-workspace workspace
                      (lsp--set-configuration (lsp-configuration-section "viewfmt"))))
  :server-id 'viewfmt))

(provide 'viewfmt-lsp)
;;; viewfmt-lsp.el ends here
