using System;
using System.Collections;
using System.Collections.Generic;
using System.Data.SqlClient;
using System.IO;
using System.Linq;
using System.Runtime.Serialization.Formatters.Binary;
using System.Web;

class Containers
{
    class Box { public string Content; public string Other { get; set; } }

    static string FromTable(Hashtable table) => (string)table[2];

    static string Boxed(Box box) => box.Content;

    void BadArray(HttpRequest r, SqlConnection c)
    {
        string[] all = new string[5];
        all[2] = r.QueryString["id"];
        new SqlCommand(all[2], c); // finds sql-injection
    }

    void GoodArray(HttpRequest r, SqlConnection c)
    {
        string[] all = new string[5];
        all[2] = r.QueryString["id"];
        all[3] = "safe";
        new SqlCommand(all[3], c);
    }

    void BadHashtable(HttpRequest r, SqlConnection c)
    {
        Hashtable table = new Hashtable(5);
        table.Add(0, "safe");
        table.Add(2, r.QueryString["id"]);
        new SqlCommand(FromTable(table), c); // finds sql-injection
    }

    void GoodHashtable(HttpRequest r, SqlConnection c)
    {
        Hashtable table = new Hashtable(5);
        table.Add(0, r.QueryString["id"]);
        table.Add(2, "safe");
        new SqlCommand(FromTable(table), c);
    }

    void BadDictionary(HttpRequest r, SqlConnection c)
    {
        var map = new Dictionary<int, string>();
        map.Add(0, "safe");
        map[2] = r.QueryString["id"];
        new SqlCommand(map[2], c); // finds sql-injection
    }

    void GoodDictionary(HttpRequest r, SqlConnection c)
    {
        var map = new Dictionary<int, string>();
        map.Add(0, "safe");
        map[2] = r.QueryString["id"];
        new SqlCommand(map[0], c);
    }

    void BadTryGet(HttpRequest r, SqlConnection c)
    {
        var map = new Dictionary<string, string> { ["a"] = r.QueryString["id"], ["b"] = "safe" };
        if (map.TryGetValue("a", out var found)) new SqlCommand(found, c); // finds sql-injection
    }

    void GoodTryGet(HttpRequest r, SqlConnection c)
    {
        var map = new Dictionary<string, string> { ["a"] = r.QueryString["id"], ["b"] = "safe" };
        if (map.TryGetValue("b", out var found)) new SqlCommand(found, c);
    }

    void BadLinkedList(HttpRequest r, SqlConnection c)
    {
        var list = new LinkedList<string>();
        list.AddLast("safe");
        list.AddLast("safe");
        list.AddLast(r.QueryString["id"]);
        new SqlCommand(list.Last.Value, c); // finds sql-injection
    }

    void GoodLinkedList(HttpRequest r, SqlConnection c)
    {
        var list = new LinkedList<string>();
        list.AddLast("safe");
        list.AddLast(r.QueryString["id"]);
        list.AddLast("safe");
        new SqlCommand(list.Last.Value, c);
    }

    void BadQueue(HttpRequest r, SqlConnection c)
    {
        var queue = new Queue<string>();
        queue.Enqueue(r.QueryString["id"]);
        queue.Enqueue("safe");
        new SqlCommand(queue.Dequeue(), c); // finds sql-injection
    }

    void GoodQueue(HttpRequest r, SqlConnection c)
    {
        var queue = new Queue<string>();
        queue.Enqueue("safe");
        queue.Enqueue(r.QueryString["id"]);
        new SqlCommand(queue.Dequeue(), c);
    }

    void BadStack(HttpRequest r, SqlConnection c)
    {
        var stack = new Stack<string>();
        stack.Push("safe");
        stack.Push(r.QueryString["id"]);
        new SqlCommand(stack.Pop(), c); // finds sql-injection
    }

    void GoodStack(HttpRequest r, SqlConnection c)
    {
        var stack = new Stack<string>();
        stack.Push(r.QueryString["id"]);
        stack.Push("safe");
        new SqlCommand(stack.Pop(), c);
    }

    void BadList(HttpRequest r, SqlConnection c)
    {
        var list = new List<string> { "safe", r.QueryString["id"] };
        list.RemoveAt(0);
        new SqlCommand(list[0], c); // finds sql-injection
    }

    void GoodList(HttpRequest r, SqlConnection c)
    {
        var list = new List<string> { r.QueryString["id"], "safe" };
        list.RemoveAt(0);
        new SqlCommand(list[0], c);
    }

    void BadForEach(HttpRequest r, SqlConnection c)
    {
        var list = new List<string> { "safe", r.QueryString["id"] };
        foreach (var text in list) new SqlCommand(text, c); // finds sql-injection
    }

    void GoodForEach(HttpRequest r, SqlConnection c)
    {
        var list = new List<string> { "safe", "other" };
        foreach (var text in list) new SqlCommand(text, c);
    }

    void BadPairs(HttpRequest r, SqlConnection c)
    {
        var map = new Dictionary<string, string> { { "a", r.QueryString["id"] } };
        foreach (var pair in map) new SqlCommand(pair.Value, c); // finds sql-injection
    }

    void GoodPairs(HttpRequest r, SqlConnection c)
    {
        var map = new Dictionary<string, string> { { "a", r.QueryString["id"] } };
        foreach (var pair in map) new SqlCommand(pair.Key, c);
    }

    void BadField(HttpRequest r, SqlConnection c)
    {
        var box = new Box { Content = r.QueryString["id"], Other = "safe" };
        new SqlCommand(Boxed(box), c); // finds sql-injection
    }

    void GoodField(HttpRequest r, SqlConnection c)
    {
        var box = new Box { Content = "safe", Other = r.QueryString["id"] };
        new SqlCommand(Boxed(box), c);
    }

    void BadCollectionExpression(HttpRequest r, SqlConnection c)
    {
        List<string> list = ["safe", r.QueryString["id"]];
        new SqlCommand(list[1], c); // finds sql-injection
    }

    void GoodCollectionExpression(HttpRequest r, SqlConnection c)
    {
        List<string> list = ["safe", r.QueryString["id"]];
        new SqlCommand(list[0], c);
    }

    static string Made(string key, string more) => more;

    void BadMade(HttpRequest r, SqlConnection c)
    {
        var map = new System.Collections.Concurrent.ConcurrentDictionary<string, string>();
        new SqlCommand(map.GetOrAdd("a", Made, r.QueryString["id"]), c); // finds sql-injection
    }

    void GoodMade(HttpRequest r, SqlConnection c)
    {
        var map = new System.Collections.Concurrent.ConcurrentDictionary<string, string>();
        new SqlCommand(map.GetOrAdd(r.QueryString["id"], Made, "safe"), c);
    }

    void BadTable(HttpRequest r, SqlConnection c)
    {
        var table = new string[2, 3];
        table[1, 2] = r.QueryString["id"];
        new SqlCommand(table[1, 2], c); // finds sql-injection
    }

    void GoodTable(HttpRequest r, SqlConnection c)
    {
        var table = new string[2, 3];
        table[1, 2] = r.QueryString["id"];
        new SqlCommand(table[1, 1] + table[0, 2], c);
    }

    void BadFilledTable(HttpRequest r, SqlConnection c)
    {
        string[,] table = { { "a", r.QueryString["id"] }, { "b", "c" } };
        foreach (var cell in table) new SqlCommand(cell, c); // finds sql-injection
    }

    void GoodFilledTable(HttpRequest r, SqlConnection c)
    {
        string[,] table = { { "a", r.QueryString["id"] }, { "b", "c" } };
        new SqlCommand(table[0, 0] + table[1, 1], c);
    }

    void BadCountdown(HttpRequest r, SqlConnection c) => Repeat(c, r.QueryString["id"], 7);

    void Repeat(SqlConnection c, string id, int left)
    {
        if (left > 0) Repeat(c, id + left, left - 1);
        else new SqlCommand(id, c); // finds sql-injection
    }

    void GoodCountdown(HttpRequest r, SqlConnection c) => RepeatSafely(c, r.QueryString["id"], 7);

    void RepeatSafely(SqlConnection c, string id, int left)
    {
        if (left > 0) RepeatSafely(c, "a" + left, left - 1);
        else new SqlCommand(id, c);
    }

    void BadCounted(HttpRequest r, SqlConnection c)
    {
        string[] keys = r.QueryString.AllKeys;
        var counts = keys.GroupBy(k => k).ToDictionary(g => g.Key, g => g.Count());
        new SqlCommand("select " + counts.Keys.First(), c); // finds sql-injection
    }

    void GoodCounted(HttpRequest r, SqlConnection c)
    {
        string[] keys = r.QueryString.AllKeys;
        var counts = keys.GroupBy(k => k).ToDictionary(g => g.Key, g => g.Count());
        new SqlCommand("select " + counts.Values.First(), c);
    }

    void BadLast() { var all = new LinkedList<string>(); all.AddLast((string)null); Console.WriteLine(all.Last.Value.Length); } // finds null-dereference
    void GoodLast() { var all = new LinkedList<string>(); all.AddLast("x"); Console.WriteLine(all.Last.Value.Length); }
    void GoodAsked() { var all = new LinkedList<string>(); all.AddLast((string)null); var last = all.Last.Value; if (last != null) Console.WriteLine(last.Length); }
    void BadFirst(HttpRequest r, SqlConnection c) { var all = new LinkedList<string>(); all.AddFirst(r.QueryString["id"]); new SqlCommand(all.First.Value, c); } // finds sql-injection

    static MemoryStream Written(object kept)
    {
        var stream = new MemoryStream();
        new BinaryFormatter().Serialize(stream, kept);
        return new MemoryStream(stream.ToArray());
    }

    void BadSerialized() { var text = (string)new BinaryFormatter().Deserialize(Written(null)); Console.WriteLine(text.Length); } // finds null-dereference
    void GoodSerialized() { var text = (string)new BinaryFormatter().Deserialize(Written("x")); Console.WriteLine(text.Length); }
    void BadSerializedNumber() { int most = int.MaxValue; var number = (int)new BinaryFormatter().Deserialize(Written(most)); Console.WriteLine(number + 1); } // finds integer-overflow
    void GoodSerializedNumber() { int most = 41; var number = (int)new BinaryFormatter().Deserialize(Written(most)); Console.WriteLine(number + 1); }
}
