// SPDX-License-Identifier: MIT
// typst.js SOURCE PDF: one cold run of the Typst compiler, which build/typst holds where npm could get it.
const { NodeCompiler } = require(process.cwd() + '/build/typst/node_modules/@myriaddreamin/typst-ts-node-compiler')
const fs = require('fs'), path = require('path')
const [source, pdf] = process.argv.slice(2)
const compiler = NodeCompiler.create({ workspace: path.dirname(source) })
fs.writeFileSync(pdf, compiler.pdf({ mainFilePath: source }))
