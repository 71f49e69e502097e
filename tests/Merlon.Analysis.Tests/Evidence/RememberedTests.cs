using System.Text;
using Merlon.Analysis.Evidence;
using Merlon.Analysis.Evidence.SearchTerms;

namespace Merlon.Analysis.Tests.Evidence;

/// <summary>What a reader remembers of earlier files changes no answer about the next.</summary>
public sealed class RememberedTests
{
    static readonly string Header = $"/*\n * Copyright (c) 2004 Ada Wren\n *\n{EvidenceOf.Published("MIT")} */\n";

    [Theory]
    [InlineData("the same file again", "{0}int x;\n")]
    [InlineData("further down", "#!/bin/heron\n\n\n{0}int y;\n")]
    [InlineData("twice in a file", "{0}int z;\n\n\n\n\n{0}")]
    [InlineData("cut short at the file's end", "{0}")]
    [InlineData("with other words around it", "the nest was dry and in the case of rain it is\n{0}provided that the nest is\n")]
    public void Reader_ThatSawTheHeaderBefore_SaysWhatANewOneSays(string what, string file)
    {
        var text = string.Format(file, Header);
        var reader = new EvidenceReader(EvidenceOf.Licences, SearchTermSet.None);
        // A passage is kept when it is met the second time.
        for (var time = 0; time < 2; time++) reader.Read(Encoding.UTF8.GetBytes(Header + $"int w{time};\n"), new());
        var found = new FileEvidence();
        reader.Read(Encoding.UTF8.GetBytes(text), found);

        var anew = EvidenceOf.Text(text);
        anew.Licenses.ShouldNotBeEmpty(what);
        found.Licenses.ShouldBe(anew.Licenses, what);
        found.Copyrights.Select(c => (c.Statement, c.Line)).ShouldBe(anew.Copyrights.Select(c => (c.Statement, c.Line)), what);
    }

    [Theory]
    [InlineData("far apart", 2_000)]
    [InlineData("near", 30)]
    [InlineData("with nothing between", 0)]
    public void Texts_WithOtherWordsBetween_AreFoundWhereTheyStand(string what, int wordsBetween)
    {
        var between = string.Concat(Enumerable.Range(0, wordsBetween).Select(n => $"word{n} permission to {(n % 10 == 9 ? '\n' : ' ')}"));
        var text = $"{Header}{between}\n{EvidenceOf.Published("ISC")}\n{between}\n{EvidenceOf.Published("Zlib")}";

        var found = EvidenceOf.Text(text).Licenses;

        found.Select(l => l.Expression).ShouldBe(["MIT", "ISC", "Zlib"], what);
        foreach (var (license, start) in found.Zip(["Permission is hereby granted", "Permission to use", "This software is provided"]))
            text.IndexOf(start, (int)license.StartByte, StringComparison.Ordinal).ShouldBeInRange((int)license.StartByte, (int)license.EndByte, what);
        found.Zip(found.Skip(1)).ShouldAllBe(pair => pair.First.EndByte <= pair.Second.StartByte);
    }

    [Fact]
    public void Remembered_WhenFull_ForgetsAndGoesOn()
    {
        var remembered = new Remembered<int>();
        var stretch = new byte[60 << 10];
        for (var i = 0; i < 100; i++)
        {
            stretch[0] = (byte)i;
            remembered.TryRecall(stretch, out _).ShouldBeFalse();
            remembered.Keep(stretch, i);
            remembered.TryRecall(stretch, out var answer).ShouldBeTrue();
            answer.ShouldBe(i);
        }
    }
}
