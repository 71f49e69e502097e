using System;
using System.Collections.Generic;
using System.Diagnostics;

class PromisedNulls
{
    public class Row { public string Name = "x"; public bool IsOpen => true; }

    readonly List<Row> rows;

    public PromisedNulls(List<Row> rows) => this.rows = rows;

    Row Find(string key)
    {
        foreach (var row in rows) if (row.Name == key) return row;
        return null;
    }

    static void Must(Row given)
    {
        if (given is null) throw new ArgumentException("missing");
    }

    static void Warn(Row given)
    {
        if (given is null) Trace.TraceInformation("missing");
    }

    static bool Usable(Row row) => row != null && row.IsOpen;

    string Bad(string key)
    {
        var row = Find(key);
        return row.Name; // finds null-result-used
    }

    string BadWarned(string key)
    {
        var row = Find(key);
        Warn(row);
        return row.Name; // finds null-result-used
    }

    string GoodRefused(string key)
    {
        var row = Find(key);
        Must(row);
        return row.Name;
    }

    string GoodAsserted(string key)
    {
        var row = Find(key);
        Debug.Assert(row != null);
        return row.Name;
    }

    string GoodAsked(string key)
    {
        var row = Find(key);
        return Usable(row) ? row.Name : "";
    }
}
