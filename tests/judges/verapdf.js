/* SPDX-License-Identifier: MIT */
/* Drives veraPDF's libraries; runs in the Rhino shell that comes with them. */
var org = Packages.org.verapdf;
org.gf.foundry.VeraGreenfieldFoundryProvider.initialise();
var foundry = org.pdfa.Foundries.defaultInstance();
var flavours = [["ua1", "PDFUA_1"], ["3a", "PDFA_3_A"]];
var failed = false;

/* The distinct broken rules of one file by one flavour; empty = it passes. */
function judge(file, name) {
	var flavour = org.pdfa.flavours.PDFAFlavour[name], broken = {}, lines = [];
	var parser = foundry.createParser(new java.io.FileInputStream(file), flavour);
	try {
		var validator = foundry.createValidator(flavour, false), result = validator.validate(parser);
		var found = result.getTestAssertions().iterator();
		while (found.hasNext()) {
			var a = found.next(), rule = a.getRuleId();
			var key = rule.getClause() + "-" + rule.getTestNumber();
			if (a.getStatus().toString() == "PASSED" || broken[key])
				continue;
			broken[key] = true;
			lines.push(key + ": " + a.getMessage() + " at " + a.getLocation().getContext());
		}
		if (lines.length == 0 && !result.isCompliant())
			lines.push("unknown: not compliant");
	} finally {
		parser.close();
	}
	return lines;
}

for (var i = 0; i < arguments.length; i++) {
	for (var k = 0; k < flavours.length; k++) {
		var lines;
		try {
			lines = judge(arguments[i], flavours[k][1]);
		} catch (e) {
			lines = ["unreadable: " + e];
		}
		if (lines.length == 0)
			print("PASS " + arguments[i] + " " + flavours[k][0]);
		for (var n = 0; n < lines.length; n++)
			print("FAIL " + arguments[i] + " " + flavours[k][0] + " " + lines[n]);
		failed = failed || lines.length > 0;
	}
}
quit(failed ? 1 : 0);
