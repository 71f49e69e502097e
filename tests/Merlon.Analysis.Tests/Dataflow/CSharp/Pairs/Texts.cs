using System;
using System.Data.SqlClient;
using System.Text;
using System.Text.RegularExpressions;
using System.Web;

class Texts
{
    void BadInterpolated(HttpRequest r, SqlConnection c) => new SqlCommand($"select {r.QueryString["id"]}", c); // finds sql-injection
    void GoodInterpolated(HttpRequest r, SqlConnection c) => new SqlCommand($"select {int.Parse(r.QueryString["id"])}", c);

    void BadEscaper(HttpRequest r, HttpResponse p) => p.Write(Escaped(r.QueryString["a"], false)); // finds cross-site-scripting
    void GoodEscaper(HttpRequest r, HttpResponse p) => p.Write(Escaped(r.QueryString["a"], true));
    void BadGivenBack(HttpRequest r, HttpResponse p) => p.Write(EscapedLongOnes(r.QueryString["a"])); // finds cross-site-scripting
    void GoodGivenBack(HttpRequest r, HttpResponse p) => p.Write(EscapedOrGivenBack(r.QueryString["a"]));

    static string Escaped(string text, bool asked)
    {
        var escaped = new StringBuilder();
        foreach (var c in text)
        {
            if (asked && c == '<') escaped.Append("&lt;");
            else escaped.Append(c);
        }
        return escaped.ToString();
    }

    static string EscapedLongOnes(string text)
    {
        if (text.Length < 100) return text;
        return EscapedOrGivenBack(text);
    }

    static string EscapedOrGivenBack(string text)
    {
        var escaped = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '<') escaped.Append("&lt;");
            else escaped.Append(c);
        }
        return escaped.Length > text.Length ? escaped.ToString() : text;
    }

    void BadFormat(HttpRequest r, SqlConnection c) => new SqlCommand(string.Format("select {0}", r.QueryString["id"]), c); // finds sql-injection
    void GoodFormat(HttpRequest r, SqlConnection c) => new SqlCommand(string.Format("select {0}", Convert.ToInt32(r.QueryString["id"])), c);

    void BadBuilder(HttpRequest r, SqlConnection c) { var b = new StringBuilder("select "); b.Append(r.QueryString["id"]).Append("!"); new SqlCommand(b.ToString(), c); } // finds sql-injection
    void GoodBuilder(HttpRequest r, SqlConnection c) { var b = new StringBuilder("select "); b.Append(r.QueryString["id"]); b.Clear(); b.Append("safe"); new SqlCommand(b.ToString(), c); }

    void BadPlus(HttpRequest r, SqlConnection c) { var t = "select "; t += r.QueryString["id"]; new SqlCommand(t, c); } // finds sql-injection
    void GoodPlus(HttpRequest r, SqlConnection c) { var t = "select "; t += r.QueryString["id"].Length; new SqlCommand(t, c); }

    void BadSplit(HttpRequest r, SqlConnection c) { foreach (var p in r.QueryString["id"].Split('-')) new SqlCommand(p, c); } // finds sql-injection
    void GoodSplit(HttpRequest r, SqlConnection c) { foreach (var p in "a-b".Split('-')) new SqlCommand(p, c); }

    void BadTryParse(HttpRequest r, SqlConnection c) { int.TryParse(r.QueryString["id"], out var n); new SqlCommand("select " + r.QueryString["id"] + n, c); } // finds sql-injection
    void GoodTryParse(HttpRequest r, SqlConnection c) { int.TryParse(r.QueryString["id"], out var n); new SqlCommand("select " + n, c); }

    void BadNull(HttpRequest r, SqlConnection c) { var t = r.QueryString["id"] ?? "safe"; new SqlCommand(t, c); } // finds sql-injection
    void GoodNull(HttpRequest r, SqlConnection c) { string n = null; var t = n ?? "safe"; new SqlCommand(t, c); }

    void BadConditional(HttpRequest r, SqlConnection c) { var t = r.QueryString["id"]?.Trim()?.ToUpper(); new SqlCommand(t, c); } // finds sql-injection
    void GoodConditional(HttpRequest r, SqlConnection c) { var t = r.QueryString["id"]?.Length.ToString(); new SqlCommand(t, c); }

    void BadEquals(HttpRequest r, SqlConnection c) { var t = r.QueryString["id"]; if (t != "name") new SqlCommand(t, c); } // finds sql-injection
    void GoodEquals(HttpRequest r, SqlConnection c) { var t = r.QueryString["id"]; if (t == "name") new SqlCommand(t, c); }

    void BadMatch(HttpRequest r, SqlConnection c) { var t = r.QueryString["id"]; if (!Regex.IsMatch(t, "^[a-z]+$")) new SqlCommand(t, c); } // finds sql-injection
    void GoodMatch(HttpRequest r, SqlConnection c) { var t = r.QueryString["id"]; if (Regex.IsMatch(t, "^[a-z]+$")) new SqlCommand(t, c); }

    void BadSwitchExpression(HttpRequest r, SqlConnection c) { var t = r.QueryString["id"] switch { "a" => "x", var other => other }; new SqlCommand(t, c); } // finds sql-injection
    void GoodSwitchExpression(HttpRequest r, SqlConnection c) { var t = r.QueryString["id"] switch { "a" => "x", _ => "y" }; new SqlCommand(t, c); }

    void BadPattern(HttpRequest r, SqlConnection c) { object o = r.QueryString["id"]; if (o is string { Length: > 2 } text) new SqlCommand(text, c); } // finds sql-injection
    void GoodPattern(HttpRequest r, SqlConnection c) { object o = "safe"; if (o is string { Length: > 2 } text) new SqlCommand(text, c); }

    void BadSubstring(HttpRequest r, SqlConnection c) => new SqlCommand(r.QueryString["id"].Substring(1).Replace("a", "b"), c); // finds sql-injection
    void GoodSubstring(HttpRequest r, SqlConnection c) => new SqlCommand("safe".Substring(1).Replace("a", "b"), c);

    void BadTry(HttpRequest r, SqlConnection c)
    {
        var t = "safe";
        try { t = r.QueryString["id"]; throw new InvalidOperationException(); }
        catch (InvalidOperationException) { new SqlCommand(t, c); } // finds sql-injection
    }

    void GoodTry(HttpRequest r, SqlConnection c)
    {
        var t = r.QueryString["id"];
        try { t = "safe"; throw new InvalidOperationException(); }
        catch (InvalidOperationException) { new SqlCommand(t, c); }
    }

    void BadFinally(HttpRequest r, SqlConnection c) { var t = "safe"; try { t = "other"; } finally { t = r.QueryString["id"]; } new SqlCommand(t, c); } // finds sql-injection
    void GoodFinally(HttpRequest r, SqlConnection c) { var t = "safe"; try { t = r.QueryString["id"]; } finally { t = "safe"; } new SqlCommand(t, c); }

    void BadMessage(HttpRequest r, SqlConnection c) { try { throw new Exception(r.QueryString["id"]); } catch (Exception e) { new SqlCommand(e.Message, c); } } // finds sql-injection
    void GoodMessage(HttpRequest r, SqlConnection c) { try { throw new Exception("safe"); } catch (Exception e) { new SqlCommand(e.Message, c); } }

    void BadEncoding(HttpRequest r, SqlConnection c) { var bytes = Encoding.UTF8.GetBytes(r.QueryString["id"]); new SqlCommand(Encoding.UTF8.GetString(bytes), c); } // finds sql-injection
    void GoodEncoding(HttpRequest r, SqlConnection c) { var bytes = Encoding.UTF8.GetBytes("safe"); new SqlCommand(Encoding.UTF8.GetString(bytes), c); }

    void BadFormatted(HttpRequest r, SqlConnection c)
    {
        var text = new StringBuilder("select ");
        text.Clear();
        text.AppendFormat("{0}", r.QueryString["id"]);
        new SqlCommand(text.ToString(), c); // finds sql-injection
    }

    void GoodFormatted(HttpRequest r, SqlConnection c)
    {
        var text = new StringBuilder("select ");
        text.AppendFormat("{0}", r.QueryString["id"]);
        text.Clear();
        new SqlCommand(text.ToString(), c);
    }

    void BadJoined(HttpRequest r, SqlConnection c) =>
        new SqlCommand(new StringBuilder("select ").AppendJoin(", ", "a", r.QueryString["id"]).ToString(), c); // finds sql-injection

    void GoodJoined(HttpRequest r, SqlConnection c) =>
        new SqlCommand(new StringBuilder("select ").AppendJoin(", ", "a", r.QueryString["id"].Length).ToString(), c);

    void BadThroughMemory(HttpRequest r, SqlConnection c)
    {
        var memory = new System.IO.MemoryStream();
        new System.IO.StreamWriter(memory).Write("select {0}", r.QueryString["id"]);
        new SqlCommand(new System.IO.StreamReader(memory).ReadToEnd(), c); // finds sql-injection
    }

    void GoodThroughMemory(HttpRequest r, SqlConnection c)
    {
        var memory = new System.IO.MemoryStream();
        new System.IO.StreamWriter(memory).Write("select {0}", r.QueryString.Count);
        new SqlCommand(new System.IO.StreamReader(memory).ReadToEnd(), c);
    }

    void BadOfType(HttpRequest r, SqlConnection c)
    {
        object id = r.QueryString["id"];
        if (id is string) new SqlCommand("select " + id, c); // finds sql-injection
    }

    void GoodOfType(HttpRequest r, SqlConnection c)
    {
        object id = r.QueryString["id"];
        if (id is int) new SqlCommand("select " + id, c);
    }

    void BadBinary(HttpRequest r, SqlConnection c)
    {
        var memory = new System.IO.MemoryStream();
        new System.IO.BinaryWriter(memory).Write(r.QueryString["id"]);
        new SqlCommand(Encoding.UTF8.GetString(memory.ToArray()), c); // finds sql-injection
    }

    void GoodBinary(HttpRequest r, SqlConnection c)
    {
        var memory = new System.IO.MemoryStream();
        new System.IO.BinaryWriter(memory).Write("safe");
        new SqlCommand(Encoding.UTF8.GetString(memory.ToArray()), c);
    }
}
