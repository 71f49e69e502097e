using System.Text;

namespace Merlon.Analysis.Tests.Evidence;

public sealed class CopyrightTests
{
    [Theory]
    [InlineData("plain", "Copyright (C) 2019 Ada Wren", "Copyright (c) 2019 Ada Wren", "Ada Wren")]
    [InlineData("sign", "© 2001-2003, 2005 Heron Works GmbH. All rights reserved.", "(c) 2001-2003, 2005 Heron Works GmbH", "Heron Works GmbH")]
    [InlineData("company of common words", "# Copyright 2011 The Open Garden Project", "Copyright 2011 The Open Garden Project", "The Open Garden Project")]
    [InlineData("address", " * Copyright (c) 2004 Rook <rook@nest.io>", "Copyright (c) 2004 Rook <rook@nest.io>", "Rook")]
    [InlineData("a short name", "Copyright (c) 1991 Heron Reed Research, Inc. (Heron)", "Copyright (c) 1991 Heron Reed Research, Inc", "Heron Reed Research, Inc")]
    [InlineData("wrapped", "// Copyright 1998, 1999\n//   Ada Wren and Bo Finch", "Copyright 1998, 1999 Ada Wren and Bo Finch", "Ada Wren and Bo Finch")]
    [InlineData("others", "Copyright 2012 Heron Inc. and other contributors", "Copyright 2012 Heron Inc. and other contributors", "Heron Inc. and other contributors")]
    [InlineData("entity and tags", "<p>&copy; 2010 <b>Ada Wren</b></p>", "(c) 2010 Ada Wren", "Ada Wren")]
    [InlineData("letters with marks", "Copyright 2007 Hélène Müller", "Copyright 2007 Helene Muller", "Helene Muller")]
    [InlineData("sentence behind", "Copyright 2005 Ada Wren\nThis file is part of Nest.", "Copyright 2005 Ada Wren", "Ada Wren")]
    [InlineData("small letters", "Copyright (c) 2014 hedge works", "Copyright (c) 2014 hedge works", "hedge works")]
    [InlineData("a number in the name", "Copyright 1995 Ada Wren, Nest 42, Inc.", "Copyright 1995 Ada Wren, Nest 42, Inc", "Ada Wren, Nest 42, Inc")]
    [InlineData("subsidiaries", "Copyright (C) 2008 Heron Corporation and/or its subsidiary(-ies).", "Copyright (c) 2008 Heron Corporation and/or its subsidiary(-ies)", "Heron Corporation and/or its subsidiary(-ies)")]
    [InlineData("original authors", "Copyright 2007-2010 the original author or authors.", "Copyright 2007-2010 the original author or authors", "the original author or authors")]
    [InlineData("an empty comment line", " * Copyright (C) 1998 Ada Wren\n *\n * Nest Module", "Copyright (c) 1998 Ada Wren", "Ada Wren")]
    [InlineData("open over an empty line", "/* Copyright 2001 by     */\n/* Ada Wren and Bo Finch */", "Copyright 2001 by Ada Wren and Bo Finch", "Ada Wren and Bo Finch")]
    [InlineData("name first", " * Modified by Bo Finch <bo@finch.dev> (c) 2004 to sing", "Bo Finch <bo@finch.dev> (c) 2004", "Bo Finch")]
    [InlineData("rights in between", "Copyright (c) All Rights Reserved 2014 Heron Foundation", "Copyright (c) 2014 Heron Foundation", "Heron Foundation")]
    [InlineData("a represented government", "Copyright 2000 United Isles Government as represented by the Secretary of the Nest.", "Copyright 2000 United Isles Government as represented by the Secretary of the Nest", "United Isles Government as represented by the Secretary of the Nest")]
    [InlineData("a year left open", "Copyright (C) <insert year> Heron Trust", "Copyright (c) Heron Trust", "Heron Trust")]
    [InlineData("a format's year", "printf(\"Copyright (C) %d Heron Foundation, Inc.\")", "Copyright (c) Heron Foundation, Inc", "Heron Foundation, Inc")]
    [InlineData("years behind the holders", "copyrighted by Ada Wren and Heron University, Copyright (c) 1993-2009, all rights reserved", "copyrighted by Ada Wren and Heron University, Copyright (c) 1993-2009", "Ada Wren and Heron University")]
    [InlineData("an address in the country", " * Copyright 1997 by Heron Nests, Inc.,\n * 901 San Reed Road, Nest Alto, 94303, U.S.A.", "Copyright 1997 by Heron Nests, Inc., 901 San Reed Road, Nest Alto, 94303, U.S.A", "Heron Nests, Inc., 901 San Reed Road, Nest Alto, 94303, U.S.A")]
    [InlineData("a program and an address", "Copyright (C) 1998 Ada Wren (nestlib) ( http://www.nest.io/lib.html )", "Copyright (c) 1998 Ada Wren (nestlib) ( http://www.nest.io/lib.html )", "Ada Wren")]
    [InlineData("an article in small letters", "Copyright (c) 2014 the hedge works", "Copyright (c) 2014 the hedge works", "the hedge works")]
    [InlineData("a tag of the documentation", "// (c) 2021 Ada Wren\n// @param nest the nest", "(c) 2021 Ada Wren", "Ada Wren")]
    [InlineData("a slip in the year", "Copyright 2010-2011a Heron Devices Inc.", "Copyright 2010-2011a Heron Devices Inc", "Heron Devices Inc")]
    [InlineData("and later", "Copyright (C) 2016 and later: Heron, Inc. and others.", "Copyright (c) 2016 Heron, Inc. and others", "Heron, Inc. and others")]
    [InlineData("rights in French", "Heron © COPYRIGHT 2020 - Tous droits réservés", "Heron (c) COPYRIGHT 2020", "Heron")]
    [InlineData("a resource script", "VALUE \"LegalCopyright\", \"(C) 1995 Ada Wren & Bo Finch\\0\"\nVALUE \"OriginalFilename\", \"nest.dll\\0\"", "(c) 1995 Ada Wren & Bo Finch", "Ada Wren & Bo Finch")]
    [InlineData("a licence below", "Copyright (c) 2008 Ada Wren, ada@nest.io\nMIT License", "Copyright (c) 2008 Ada Wren, ada@nest.io", "Ada Wren")]
    [InlineData("a state behind", "Copyright 1993 by Heron Systems, Inc. Hedge View, CA.", "Copyright 1993 by Heron Systems, Inc. Hedge View", "Heron Systems, Inc. Hedge View")]
    [InlineData("a property", "the Copyright property of Heron Incorporated.", "Copyright property of Heron Incorporated", "Heron Incorporated")]
    [InlineData("prose behind a company", "Copyright (c) 2000 Heron Inc.  Reeds for wetlands", "Copyright (c) 2000 Heron Inc", "Heron Inc")]
    [InlineData("a label", " * copyright: hedgeRow.org\n", "copyright hedgeRow.org", "hedgeRow.org")]
    [InlineData("the author below", " * Copyright (C) 2016-2018\n * Author: Ada Wren <ada@nest.io>", "Copyright (c) 2016-2018 Author Ada Wren <ada@nest.io>", "Ada Wren")]
    [InlineData("an apposition", "Copyright (C) 2009 Heron Hedgework AB, a Heron Group company, info@heron.io", "Copyright (c) 2009 Heron Hedgework AB, a Heron Group company, info@heron.io", "Heron Hedgework AB, a Heron Group company")]
    [InlineData("a small name at the end", "Copyright 2008 by Ada Wren, Bo Finch, and cy reed.", "Copyright 2008 by Ada Wren, Bo Finch, and cy reed", "Ada Wren, Bo Finch, and cy reed")]
    [InlineData("a project's contributors", "© 2020 Contributors to the project Heron", "(c) 2020 Contributors to the project Heron", "Contributors to the project Heron")]
    [InlineData("a link in HTML", "&copy; 2010 by the <a href=\"http://heron.io/\">Heron Team</a>,", "(c) 2010 by the http://heron.io/ Heron Team", "the Heron Team")]
    [InlineData("a year printed", "_(\"Copyright (C) %d Heron Foundation, Inc.\\n\"), 2006);", "Copyright (c) Heron Foundation, Inc., 2006", "Heron Foundation, Inc")]
    [InlineData("a year to put in", "Copyright (c) 2000- (insert then current year) Heron Inc. and others", "Copyright (c) 2000- (insert then current year) Heron Inc. and others", "Heron Inc. and others")]
    [InlineData("a year that a tool puts in", "Copyright (C) $Date$ Heron Inc", "Copyright (c) $Date$ Heron Inc", "Heron Inc")]
    [InlineData("an open range", "Copyright 2011-", "Copyright 2011-", null)]
    [InlineData("a street", "Copyright (C) 2008 HERON AG, Reedstr. 30, 8048 Zuerich, Switzerland", "Copyright (c) 2008 HERON AG, Reedstr. 30, 8048 Zuerich, Switzerland", "HERON AG, Reedstr. 30, 8048 Zuerich, Switzerland")]
    [InlineData("a name before the address", "(c)1998 Ada Wren (arn) (a.wren@nest.io)", "(c) 1998 Ada Wren (arn) (a.wren@nest.io)", "Ada Wren")]
    [InlineData("a person behind the company", "Copyright (C) 2000 Heron Reed (Grant Wren)", "Copyright (c) 2000 Heron Reed (Grant Wren)", "Heron Reed (Grant Wren)")]
    [InlineData("a Polish company", "Copyright 2003 Heron Reed sp. z o.o. All rights reserved.", "Copyright 2003 Heron Reed sp. z o.o", "Heron Reed sp. z o.o")]
    [InlineData("a small word in a company", "Copyright (C) 2012 AK heron Brno a.s.", "Copyright (c) 2012 AK heron Brno a.s", "AK heron Brno a.s")]
    [InlineData("a file of names", "Copyright (c) 2020 Contributors as noted in the AUTHORS file", "Copyright (c) 2020 Contributors as noted in the AUTHORS file", "Contributors as noted in the AUTHORS file")]
    [InlineData("a name as address", "Copyright (C) 2013 Ada Wren <Ada Wren>", "Copyright (c) 2013 Ada Wren", "Ada Wren")]
    [InlineData("a second address", "Copyright 2007 by Ada Wren <ada@nest.io>, <wren@nest.io>.", "Copyright 2007 by Ada Wren <ada@nest.io>", "Ada Wren")]
    [InlineData("a function below", "Copyright (C) Ada Wren\n   New nest_end_request() for compatibility", "Copyright (c) Ada Wren", "Ada Wren")]
    [InlineData("what was taken in", "Copyright (C) 2002 Ada Wren (ada@nest.io)\n - Incorporating suggestions", "Copyright (c) 2002 Ada Wren (ada@nest.io)", "Ada Wren")]
    [InlineData("works of", "copyrighted works of Heron Co.", "copyrighted works of Heron Co", "Heron Co")]
    [InlineData("all in brackets", "see nest.html (Copyright Ada WREN, 1996-2001)", "Copyright Ada WREN, 1996-2001", "Ada WREN")]
    [InlineData("a loose bracket", "Copyright 1998 Ada Wren\n (ada@nest.io ) and others", "Copyright 1998 Ada Wren (ada@nest.io ) and others", "Ada Wren and others")]
    public void Statement_InAFile_IsReadWithItsHolder(string what, string text, string statement, string? holder)
    {
        var found = EvidenceOf.Text(text).Copyrights.ShouldHaveSingleItem(what);
        found.Statement.ShouldBe(statement, what);
        found.Holders.ShouldBe(holder is null ? [] : [holder], what);
    }

    [Theory]
    [InlineData("a condition", "the above copyright notice and this list of conditions")]
    [InlineData("code", "switch (c) { case 1: return; }")]
    [InlineData("a law", "under copyright law")]
    [InlineData("a heading", "COPYRIGHT\n\nThe Nest was built in 2001.")]
    [InlineData("an agent", "write to our Copyright Agent at the address below")]
    [InlineData("a disclaimer in capitals", "PROVIDED BY THE COPYRIGHT\nHOLDERS AS IS WITHOUT WARRANTY OF ANY KIND")]
    [InlineData("bytes of an image", "\u0001x\u0089© SUT\u0003")]
    [InlineData("a macro", "#define ISNEST(c) ((unsigned char)(c) == NEST)")]
    [InlineData("a model notice", "%% Copyright 2005 M. Y. Name")]
    [InlineData("a licence behind labels", "%%Copyright: THIS SOFTWARE IS PROVIDED AS IS\n%%Copyright: NOT LIMITED TO, PROCUREMENT\n%%Copyright: of its contributors may")]
    [InlineData("an agent with an address", "Copyright Agent\nHeron Systems Incorporated")]
    [InlineData("a point of a list", "(c) Nest Activation may use your network")]
    public void Text_ThatOnlySpeaksOfCopyright_HasNoStatement(string what, string text) => EvidenceOf.Text(text).Copyrights.ShouldBeEmpty(what);

    [Theory]
    [InlineData("in a list with remarks", " * Authors:\n *  Ada Wren <ada@nest.io>   the first nest\n *  Bo Finch <bo@finch.dev>", "Ada Wren <ada@nest.io> Bo Finch <bo@finch.dev>")]
    [InlineData("label", "Author: Ada Wren <ada@nest.io>", "Ada Wren <ada@nest.io>")]
    [InlineData("tag", " * @author Bo Finch", "Bo Finch")]
    [InlineData("in RDoc", "# Author:: Ada Wren (mailto:ada@nest.io)", "Ada Wren (mailto:ada@nest.io)")]
    [InlineData("directive of Sphinx", ".. codeauthor:: Ada Wren <ada@nest.io>", "Ada Wren <ada@nest.io>")]
    [InlineData("written by", "Written by Ada Wren.", "Ada Wren.")]
    [InlineData("by, with an address", "ported to 64 bits by Bo Finch <bo@finch.dev>", "Bo Finch <bo@finch.dev>")]
    [InlineData("in small letters", "Upstream Author: ada wren <ada@nest.io>", "ada wren <ada@nest.io>")]
    [InlineData("in JSON", "  \"author\": \"Ada Wren\",", "Ada Wren")]
    [InlineData("in JSON, as an object", "  \"author\": {\n    \"name\": \"Ada Wren\",\n    \"email\": \"ada@nest.io\"\n  },", "Ada Wren")]
    [InlineData("in JSON, as an object on its line", "  \"author\": { \"name\": \"Ada Wren\", \"email\": \"ada@nest.io\" },", "Ada Wren")]
    [InlineData("in XML", "/// <author>Ada Wren</author>\n/// <since>2.0</since>", "Ada Wren")]
    [InlineData("in a project's XML", "  <Authors>Ada Wren</Authors>\n  <Company>Heron</Company>", "Ada Wren")]
    [InlineData("in DocBook", "<author><personname><firstname>Ada</firstname> <surname>Wren</surname></personname></author>", "Ada Wren")]
    [InlineData("in TeX", "\\author{Ada Wren \\and Bo Finch}\n\\date{2012}", "Ada Wren and Bo Finch")]
    [InlineData("in a page's head", "<meta name=\"author\" content=\"Ada Wren\">", "Ada Wren")]
    [InlineData("in a gem's specification", "  s.authors = [\"Ada Wren\"]", "Ada Wren")]
    [InlineData("in a call", "    maintainer='Ada Wren',", "Ada Wren")]
    [InlineData("before the next setting", "Author = 'Ada Wren'\nCompanyName = 'Heron'", "Ada Wren")]
    [InlineData("before another tag", " * @author: Ada Wren\n * @contributor Bo Finch", "Ada Wren")]
    [InlineData("before the author's page", "Author: Ada Wren\nAuthor URI: http://nest.io", "Ada Wren")]
    [InlineData("who added something", " *  2006-08-12 - tracing added by\n *\tAda Wren <ada@nest.io>", "Ada Wren <ada@nest.io>")]
    [InlineData("in YAML, as an object", "author:\n  name: Ada Wren\n  site: nest.io", "Ada Wren")]
    [InlineData("in Python", "__author__ = \"Ada Wren (ada@nest.io)\"", "Ada Wren (ada@nest.io)")]
    [InlineData("an organisation", "developed by the Apache Nest Foundation (http://nest.io/)", "the Apache Nest Foundation (http://nest.io/)")]
    [InlineData("obfuscated", "Author: Ada Wren <ada AT nest DOT io>", "Ada Wren ada AT nest DOT io")]
    [InlineData("with an address that is not written as one", "Author: Ada Wren <a.wren at nest.io>", "Ada Wren")]
    [InlineData("with a nickname", "This package was debianized by Ada Wren (awren) <ada@nest.io> on", "Ada Wren (awren)")]
    [InlineData("with who maintains it", " * Original author: Ada Wren <ada@nest.io>\n * Current maintainer: Bo Van Reed <bo@reed.dev>", "Ada Wren <ada@nest.io> Current maintainer Bo Van Reed <bo@reed.dev>")]
    [InlineData("of no name", "It is currently developed by a community of developers", "community of developers")]
    [InlineData("without those who added to the work", "It was written by Ada Wren <ada@nest.io>,\nwith enhancements by Bo Finch <bo@finch.dev>.", "Ada Wren <ada@nest.io>")]
    [InlineData("developed and maintained", "Developed and maintained by Ada Wren", "Ada Wren")]
    [InlineData("made by a program", "<h3>Values are created by Heron</h3>\n * Returned by Ada Wren <ada@nest.io>", "Ada Wren <ada@nest.io>")]
    public void Author_InAFile_IsNamed(string what, string text, string author) =>
        EvidenceOf.Text(text).Authors.ShouldHaveSingleItem(what).Author.ShouldBe(author, what);

    [Theory]
    [InlineData("a holder with a date", "Created by Ada Wren, May 28, 2013 Copyright 2013, All rights reserved")]
    [InlineData("who reported something", "Fix a bug reported by\n  <ada@nest.io>.")]
    [InlineData("holders in a list", "Copyright (C) 2013-2018 by the following authors:\n- Ada Wren <ada@nest.io> (awren)")]
    [InlineData("prose", "please send the redistribution by\nAda Wren <ada@nest.io>")]
    [InlineData("who gave the part that is spoken of", "support for herons (contributed by Bo Finch), which adds a bird")]
    [InlineData("a member's type", "  author: {\n    name: String,\n    age: Number\n  }")]
    [InlineData("a holder", "Ada Wren <ada@nest.io> 2001\nRewritten by Bo Finch <bo@finch.dev> (C) 2003")]
    public void Name_ThatIsNoAuthors_IsNotNamed(string what, string text) => EvidenceOf.Text(text).Authors.ShouldBeEmpty(what);

    [Fact]
    public void Statement_InLatin1_IsTheSameAsInUtf8()
    {
        const string text = "Copyright © 2007 Hélène Müller";
        EvidenceOf.Bytes(Encoding.Latin1.GetBytes(text)).Copyrights.Single().Statement.ShouldBe(EvidenceOf.Text(text).Copyrights.Single().Statement);
    }

    [Fact]
    public void Statements_OnSeveralLines_KeepTheirLines() =>
        EvidenceOf.Text("a\nCopyright 2001 Ada Wren\nb\nCopyright 2002 Bo Finch\n").Copyrights.Select(c => c.Line).ShouldBe([2, 4]);

    [Fact]
    public void Statement_FarInsideALongLine_IsFound()
    {
        var line = string.Concat(Enumerable.Repeat("function(a,b){return a+b};", 5_000)) + "/*! Copyright (c) 2016 Ada Wren */" + string.Concat(Enumerable.Repeat("x(1);", 5_000));

        EvidenceOf.Text(line).Copyrights.Select(c => c.Statement).ShouldBe(["Copyright (c) 2016 Ada Wren"]);
    }
}
