namespace Merlon.Analysis.Tests.Evidence;

public sealed class LicenseTests
{
    const string Disclaimer = """
        THIS SOFTWARE IS PROVIDED BY THE AUTHORS ''AS IS'' AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY
        AND FITNESS FOR A PARTICULAR PURPOSE ARE DISCLAIMED.  IN NO EVENT SHALL THE AUTHORS OR CONTRIBUTORS BE LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY,
        OR CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
        CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE OF THIS
        SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
        """;

    [Theory]
    [InlineData("tag", "// SPDX-License-Identifier: MIT", "MIT")]
    [InlineData("tag, old id", "# SPDX-License-Identifier: GPL-2.0+", "GPL-2.0-or-later")]
    [InlineData("tag, exception in brackets", "/* SPDX-License-Identifier: (GPL-2.0 WITH Linux-syscall-note) OR MIT */", "GPL-2.0-only WITH Linux-syscall-note OR MIT")]
    [InlineData("metadata, JSON", "{ \"name\": \"left\", \"license\": \"Apache-2.0\" }", "Apache-2.0")]
    [InlineData("metadata, field", "License: BSD-3-Clause", "BSD-3-Clause")]
    [InlineData("address", "see https://opensource.org/licenses/EPL-2.0", "EPL-2.0")]
    [InlineData("address, as an archive of the web keeps it", "https://web.archive.org/web/20160330173339/https://opensource.org/licenses/EPL-2.0", "EPL-2.0")]
    [InlineData("address in CTAN's register", "https://ctan.org/license/lppl1.3c", "LPPL-1.3c")]
    [InlineData("address, ported", "https://creativecommons.org/licenses/by-nd/2.0/fr/", "CC-BY-ND-2.0")]
    [InlineData("address, a button of Creative Commons", "https://licensebuttons.net/l/by-sa/4.0/88x31.png", "CC-BY-SA-4.0")]
    [InlineData("address, as Creative Commons' form makes it", "https://creativecommons.org/licenses/by/4.0/?ref=chooser-v1", "CC-BY-4.0")]
    [InlineData("address, translated", "https://www.gnu.org/licenses/old-licenses/lgpl-2.1.de.html", "LGPL-2.1-only")]
    [InlineData("address of another form", "https://www.apache.org/licenses/LICENSE-2.0.pdf", "Apache-2.0")]
    [InlineData("address of one licence among several", "https://fedoraproject.org/wiki/Licensing/MIT#AdobeGlyph", "Adobe-Glyph")]
    [InlineData("address of an expression", "https://licenses.nuget.org/GPL-2.0-only%20WITH%20Classpath-exception-2.0", "GPL-2.0-only WITH Classpath-exception-2.0")]
    [InlineData("address in a register, by id", "https://choosealicense.com/licenses/bsd-2-clause-patent/", "BSD-2-Clause-Patent")]
    [InlineData("address in a register, in either spelling", "https://tldrlegal.com/license/mozilla-public-license-2.0-(mpl-2)", "MPL-2.0")]
    [InlineData("metadata, NuGet", "<license type=\"expression\">Nokia</license>", "Nokia")]
    [InlineData("metadata, npm's old form", "\"licenses\": [{\"type\": \"Beerware\"}]", "Beerware")]
    [InlineData("metadata, Maven", "<license><name>VOSTROM</name></license>", "VOSTROM")]
    [InlineData("metadata, Perl", "\"license\" : [ \"artistic_2\" ]", "Artistic-2.0")]
    [InlineData("metadata, R", "License: GPL (>= 2) | file LICENSE", "GPL-2.0-or-later")]
    [InlineData("metadata, RPM", "License: ZPLv2.1", "ZPL-2.1")]
    [InlineData("a country's version", "License: Creative Commons Attribution 3.0 Germany", "CC-BY-3.0-DE")]
    [InlineData("address of a known project's licence file", "https://github.com/JamesNK/Newtonsoft.Json/blob/master/LICENSE.md", "MIT")]
    [InlineData("raw address of a known project's licence file", "https://raw.githubusercontent.com/npgsql/npgsql/main/LICENSE", "PostgreSQL")]
    [InlineData("name with version", "Licensed under the Mozilla Public License, v. 2.0.", "MPL-2.0")]
    [InlineData("short name in context", "released under the ISC license", "ISC")]
    [InlineData("a language's licence by its name alone", "The parser is licensed under Python 2.0.", "Python-2.0")]
    [InlineData("the terms of a language", "You can redistribute it under the same terms as Ruby.", "Ruby")]
    [InlineData("version before the name", "under the terms of version 3 of the GNU General Public License", "GPL-3.0-only")]
    [InlineData("version behind the publisher", "the GNU Lesser General Public License as published by the Free Software Foundation; either version 2.1 of the License, or (at your option) any later version.", "LGPL-2.1-or-later")]
    [InlineData("glued", "This file is GPLv2+ licensed.", "GPL-2.0-or-later")]
    [InlineData("choice", "You may use this under either the MIT license or the Apache License 2.0.", "MIT OR Apache-2.0")]
    [InlineData("dual", "Dual licensed under the MIT and GPL v2 licenses.", "MIT OR GPL-2.0-only")]
    [InlineData("kernel module", "MODULE_LICENSE(\"Dual BSD/GPL\");", "BSD-3-Clause OR GPL-2.0-only")]
    [InlineData("perl", "You can redistribute it and/or modify it under the same terms as Perl itself.", "Artistic-1.0-Perl OR GPL-1.0-or-later")]
    [InlineData("alternatively", "Use is subject to the Mozilla Public License 1.1. Alternatively, you may use it under the GNU GPL version 2 or later.", "MPL-1.1 OR GPL-2.0-or-later")]
    [InlineData("lesser since 2.1", "It may be redistributed under the terms of the GNU Lesser General Public License.", "LGPL-2.1-or-later")]
    [InlineData("a version that only the LGPL has", "under the terms of the GNU General Public License, version 2.1 or later", "LGPL-2.1-or-later")]
    [InlineData("a slip in the tail", "under the GNU Lesser General Public License version 3. It is useful. See the GNU General Public License for more details.", "LGPL-3.0-only")]
    [InlineData("a number on the next line", "This file is under the GPL.\n\n1. Nests", "GPL-1.0-or-later")]
    [InlineData("a version of something else", "Firmware v1.0\nLicense: Creative Commons Attribution-ShareAlike", "CC-BY-SA-3.0")]
    [InlineData("choice of several", "This module is multi-licensed under any of the following licenses:\nEPL, Eclipse Public License, V1.0, http://nest.io\nMIT, MIT License, http://nest.io", "EPL-1.0 OR MIT")]
    [InlineData("choice with notices", "Dual BSD/GPL license.\n\nGPL: it is free software under the GNU General Public License version 2.\n\nBSD: the 3-clause BSD license.", "GPL-2.0-only OR BSD-3-Clause")]
    [InlineData("choice said behind", "under the Eclipse Public License v1.0 and Apache License v2.0. You may redistribute it under either of these licenses.", "EPL-1.0 OR Apache-2.0")]
    [InlineData("rich text", "{\\rtf1\\ansi\\fs20 under the GNU General Public License version\\par\n2 of the License.\\par}", "GPL-2.0-only")]
    [InlineData("metadata, attribution", "\"LicenseId\": \"BSD-2-Clause AND Imlib2\"", "BSD-2-Clause AND Imlib2")]
    [InlineData("a font's name", "SIL Open Font License 1.1Heronfont", "OFL-1.1")]
    [InlineData("suggestions above", "# Some suggested licenses:\n# - BSD (default)\n# - MIT\n# - GPLv2\n# - GPLv3\n# - Apache\n# - CC-BY\nlicense: Apache V2", "Apache-2.0")]
    [InlineData("a company's title above", "Heron Open Source License\n\nThe MIT License", "MIT")]
    [InlineData("glued to its version", ":license: Apache2, see LICENSE for more details.", "Apache-2.0")]
    [InlineData("an offer", "The parser is available under Apache 2.0.", "Apache-2.0")]
    [InlineData("a grant without a name", "/* Freely redistributable and modifiable. */", "LicenseRef-freely-redistributable")]
    [InlineData("relicensed to another", " * Written for Heron, and Nest relicenses it\n * to GPLv2.", "GPL-2.0-only")]
    [InlineData("Gladman's third condition", "LICENSE TERMS\n\nThe redistribution and use of this software (with or without changes)\nis allowed without the payment of fees or royalties provided that:\n\n1. source code distributions include the above copyright notice, this\nlist of conditions and the following disclaimer;\n\n2. binary distributions include the above copyright notice, this list\nof conditions and the following disclaimer in their documentation;\n\n3. the name of the copyright holder is not used to endorse products\nbuilt using this software without specific written permission.\n\nDISCLAIMER\n\nThis software is provided 'as is' with no explicit or implied warranties\nin respect of its properties, including, but not limited to, correctness\nand/or fitness for purpose.", "Brian-Gladman-3-Clause")]
    public void File_ThatSaysItsLicense_IsUnderstood(string what, string text, string expression) =>
        EvidenceOf.Expressions(text).ShouldBe([expression], what);

    [Theory]
    [InlineData("code", "int main(void) { return license == MIT ? 0 : 1; }")]
    [InlineData("a mention", "This parser is not compatible with the GNU General Public License.")]
    [InlineData("an institute", "Mail to someone@alum.mit.edu about the talk at MIT.")]
    [InlineData("a file name", "open('apache.php')")]
    [InlineData("a folder", "#if HAVE_XML\n#include \"ext/xml/php_xml.h\"\n#endif\n#include \"ext/com_dotnet/php_com_dotnet.h\"\n#include \"ext/spl/php_spl.h\"\n#if HAVE_XML && HAVE_XMLREADER\n#include \"ext/xmlreader/php_xmlreader.h\"")]
    [InlineData("a folder, among words of licences", "Files under ext/spl/data are distributed separately.")]
    [InlineData("a disclaimer alone", Disclaimer)]
    [InlineData("a path that repeats a short name", "#include \"ext/spl/spl_exceptions.h\"")]
    [InlineData("a language, behind a word of licences", "# As this is flapping with errors under python3, we catch exceptions")]
    [InlineData("a language, distributed", "# Tests from the suppressions (distributed with python):")]
    [InlineData("a table of ids", "MIT ISC Zlib GPL-2.0 BSD-3-Clause Apache-2.0 MPL-2.0 EPL-1.0 CDDL-1.0 OFL-1.1 license table")]
    [InlineData("another id", "[\"GPL-3.0-linking-exception\", \"GPL-3.0-linking-source-exception\"]")]
    [InlineData("ids of exceptions", "[\"Classpath-exception-2.0\", \"GPL-CC-1.0\", \"Qt-GPL-exception-1.0\"]")]
    [InlineData("a string's length", "if (strncmp(ptr, \"gpl\", 3) == 0)")]
    [InlineData("a known project's page", "https://github.com/JamesNK/Newtonsoft.Json and https://github.com/JamesNK/Newtonsoft.Json/blob/master/Src/LICENSE.md")]
    [InlineData("an unknown project's licence file", "https://github.com/heron/nest/blob/master/LICENSE")]
    [InlineData("two languages", "in other languages such as PHP or Python")]
    [InlineData("a comparison", "The terms are similar to the BSD license.")]
    [InlineData("an example", "@param license License shortname, e.g. PHP, BSD, LGPL")]
    [InlineData("a standard", "available as a W3C Recommendation")]
    [InlineData("a server, among terms", "The files under /etc/apache2/conf.d are read when apache2 is started; the terms of your contract may differ.")]
    [InlineData("a server, in passing", "Many projects (Heron is Apache2, Reed its neighbour) ask for a sign-off.")]
    [InlineData("a row of a table", "  ['GNU General Public License', 'GPL'],")]
    [InlineData("nothing", "")]
    [InlineData("a system", "Under many BSD systems it is called ktrace.")]
    [InlineData("a product", "Only available with MIT Kerberos 1.15 and newer")]
    [InlineData("a replacement", "sed -e 's/GPL/G.P.L/g' <COPYING >COPYING.2")]
    [InlineData("a browser", "[Mozilla/* (X11; Linux*) Opera 9.0*]")]
    [InlineData("likeness", "It is released under a liberal license of its own, similar to the BSD or MIT licenses.")]
    [InlineData("a rank", "photo by Lance Cpl. Koby Finch, Released")]
    [InlineData("Perl alone", "packages stripped away: install other packages than Perl itself, such as Digest::MD5")]
    [InlineData("a text of the shell", "cat <<X\n+----+\n| License: see below\nX")]
    public void File_ThatLicensesNothing_HasNoLicense(string what, string text) => EvidenceOf.Expressions(text).ShouldBeEmpty(what);

    [Theory]
    [InlineData("a label and its licence", "  ('license', 'GNU General Public License'),", new[] { "GPL-1.0-or-later" })]
    [InlineData("a bare grant far from the notice", "This program is free software under the GNU General Public License version 2.\n{0}\nThis tool: you can redistribute it and/or modify it under the terms of the GNU GPL.", new[] { "GPL-2.0-only", "GPL-1.0-or-later" })]
    [InlineData("where Debian keeps it", "Copyright: see /usr/share/common-licenses/LGPL-2.1\n{0}\nunder the GNU Lesser General Public License version 2.1 or later", new[] { "LGPL-2.1-or-later" })]
    public void File_ThatSaysMore_IsUnderstood(string what, string text, string[] expressions) =>
        EvidenceOf.Expressions(string.Format(System.Globalization.CultureInfo.InvariantCulture, text, string.Join(' ', Enumerable.Repeat("reed", 200)))).ShouldBe(expressions, what);

    [Theory]
    [InlineData("MIT")]
    [InlineData("BSD-2-Clause")]
    [InlineData("BSD-3-Clause")]
    [InlineData("ISC")]
    [InlineData("Zlib")]
    [InlineData("Apache-2.0")]
    [InlineData("GPL-2.0-only")]
    [InlineData("LGPL-2.1-only")]
    [InlineData("MPL-2.0")]
    [InlineData("HPND-sell-variant")]
    [InlineData("OFL-1.1")]
    [InlineData("CC0-1.0")]
    public void PublishedText_InsideAComment_IsThatLicense(string id)
    {
        var comment = string.Join('\n', EvidenceOf.Published(id).Split('\n').Select(l => " * " + l));
        EvidenceOf.Expressions($"/*\n{comment}\n */\nint x;\n").ShouldBe([id]);
    }

    [Fact]
    public void PublishedText_WithAHoldersName_KeepsLinesAndBytes()
    {
        var text = EvidenceOf.Published("BSD-3-Clause").Replace("the copyright holder", "Wren & Sons", StringComparison.Ordinal);
        var found = EvidenceOf.Text("first line\n\n" + text).Licenses.ShouldHaveSingleItem();
        found.Expression.ShouldBe("BSD-3-Clause");
        found.StartLine.ShouldBeGreaterThan(2);
        found.StartByte.ShouldBeGreaterThanOrEqualTo(12);
        found.EndByte.ShouldBeLessThanOrEqualTo(12 + text.Length);
        found.Score.ShouldBeGreaterThan(90);
    }

    [Fact]
    public void Exception_BehindANotice_JoinsIt() =>
        EvidenceOf.Expressions("""
            This library is free software under the GNU General Public License as published by the Free Software Foundation; either
            version 2, or (at your option) any later version.

            Linking this library statically or dynamically with other modules is making a combined work based on this library.
            """).ShouldBe(["GPL-2.0-or-later WITH Classpath-exception-2.0"]);

    [Fact]
    public void PublishedTexts_NearlyAllOfThem_AreThemselves()
    {
        // A few published texts are word for word another's, or differ in a holder's name alone.
        var ids = EvidenceOf.Licences.Texts.Select(t => t.Id).Distinct().ToList();
        var published = Merlon.Analysis.Evidence.Licenses.Spdx.SpdxList.Read().Licenses.ToDictionary(l => l.Id, l => l.Text);
        var others = ids.Where(id => !EvidenceOf.Expressions(published[id]).Contains(id)).ToList();
        others.Count.ShouldBeLessThanOrEqualTo(12, string.Join(", ", others));
    }

    [Fact]
    public void Choice_BeforeAWiderChoice_KeepsItsMembers() =>
        EvidenceOf.Expressions("Dual licensed under the MIT or GPL Version 2 licenses.\nhttp://nest.io\nReleased under the MIT, BSD, and GPL Licenses.")
            .ShouldBe(["MIT OR GPL-2.0-only", "MIT OR BSD-3-Clause OR GPL-1.0-or-later"]);

    [Fact]
    public void TwoTexts_InOneFile_AreBothFound() =>
        EvidenceOf.Expressions(EvidenceOf.Published("MIT") + "\n\n-----\n\n" + EvidenceOf.Published("Zlib")).ShouldBe(["MIT", "Zlib"]);

    [Theory]
    [InlineData("HPND", "CMU", "MIT-CMU")]
    [InlineData("HPND", "Lucent", "SMLNJ")]
    public void Text_WithAnInstitutesName_IsThatInstitutesLicense(string text, string name, string id) =>
        EvidenceOf.Expressions(EvidenceOf.Published(text).Replace("<copyright holder>", name, StringComparison.Ordinal)).ShouldBe([id]);

    [Fact]
    public void Text_OfCPythonsOwnFile_IsPython20() =>
        EvidenceOf.Expressions("B. TERMS AND CONDITIONS FOR ACCESSING OR OTHERWISE USING PYTHON\n====\n\n" + EvidenceOf.Published("Python-2.0.1")).ShouldBe(["Python-2.0"]);

    [Fact]
    public void Text_ThatAmendsAnother_IsBoth() => EvidenceOf.Expressions(EvidenceOf.Published("NPL-1.1")).ShouldBe(["NPL-1.1", "MPL-1.1"]);

    [Theory]
    [InlineData("BSD-3-Clause-HP", "PATENT INFRINGEMENT;", "")]
    [InlineData("BSD-3-Clause-Tso", ", ALL OF WHICH ARE HEREBY DISCLAIMED", " ARE DISCLAIMED")]
    public void Text_WithoutThePhraseOfItsVariant_IsThePlainLicense(string variant, string phrase, string wording)
    {
        EvidenceOf.Expressions(EvidenceOf.Published(variant)).ShouldBe([variant]);
        EvidenceOf.Expressions(EvidenceOf.Published(variant).Replace(phrase, wording, StringComparison.Ordinal)).ShouldBe(["BSD-3-Clause"]);
    }

    [Fact]
    public void Exception_BetweenABareNameAndItsText_JoinsTheText() =>
        EvidenceOf.Expressions("The FreeRTOS GPL exception text follows: any FreeRTOS source code, whether modified or in it's original release form.\n\n" + EvidenceOf.Published("GPL-2.0-only"))
            .ShouldBe(["GPL-2.0-only WITH freertos-exception-2.0"]);
}
