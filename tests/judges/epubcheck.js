/* SPDX-License-Identifier: MIT */
/* Lets EPUBCheck judge many books in one run; runs in the Rhino shell. */
var check = Packages.com.adobe.epubcheck, failed = false;

for (var i = 0; i < arguments.length; i++) {
	var words = new java.io.ByteArrayOutputStream(), found;
	java.lang.System.setErr(new java.io.PrintStream(words));
	try {
		var report = new check.util.DefaultReportImpl(arguments[i]);
		new check.api.EpubCheck(new java.io.File(arguments[i]), report).validate();
		found = report.getFatalErrorCount() + report.getErrorCount() + report.getWarningCount();
	} catch (e) {
		words.write(new java.lang.String("unreadable: " + e).getBytes());
		found = 1;
	}
	if (found == 0)
		print("PASS " + arguments[i] + " epub3");
	else
		print("FAIL " + arguments[i] + " epub3 " + String(words).replace(/\s+/g, " ").substring(0, 600));
	failed = failed || found > 0;
}
quit(failed ? 1 : 0);
