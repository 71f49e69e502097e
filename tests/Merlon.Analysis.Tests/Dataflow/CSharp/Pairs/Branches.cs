using System;
using System.Data.SqlClient;
using System.Web;

class Branches
{
    const int Five = 5;
    static readonly bool ReadonlyFalse = false;
    private static bool privateTrue = true;
    private int privateFive = 5;
    static bool changed = true;

    public static void Flip() => changed = !changed;
    static bool ReturnsTrue() => true;

    static void Run(string text, SqlConnection c) { }

    void BadConst(HttpRequest request, SqlConnection c)
    {
        string data = "safe";
        if (Five == 5) data = request.QueryString["id"];
        new SqlCommand("select " + data, c); // finds sql-injection
    }

    void GoodConst(HttpRequest request, SqlConnection c)
    {
        string data = "safe";
        if (Five != 5) data = request.QueryString["id"];
        new SqlCommand("select " + data, c);
    }

    void BadReadonly(HttpRequest request, SqlConnection c)
    {
        string data = request.QueryString["id"];
        if (ReadonlyFalse) data = "safe";
        new SqlCommand("select " + data, c); // finds sql-injection
    }

    void GoodReadonly(HttpRequest request, SqlConnection c)
    {
        string data = request.QueryString["id"];
        if (!ReadonlyFalse) data = "safe";
        new SqlCommand("select " + data, c);
    }

    void BadPrivateStatic(HttpRequest request, SqlConnection c)
    {
        string data;
        if (privateTrue) data = request.QueryString["id"]; else data = "safe";
        new SqlCommand("select " + data, c); // finds sql-injection
    }

    void GoodPrivateStatic(HttpRequest request, SqlConnection c)
    {
        string data;
        if (privateTrue) data = "safe"; else data = request.QueryString["id"];
        new SqlCommand("select " + data, c);
    }

    void BadPrivateField(HttpRequest request, SqlConnection c)
    {
        string data = "safe";
        if (privateFive == 5) data = request.QueryString["id"];
        new SqlCommand("select " + data, c); // finds sql-injection
    }

    void GoodPrivateField(HttpRequest request, SqlConnection c)
    {
        string data = "safe";
        if (privateFive != 5) data = request.QueryString["id"];
        new SqlCommand("select " + data, c);
    }

    void BadChanged(HttpRequest request, SqlConnection c)
    {
        string data = "safe";
        if (!changed) data = request.QueryString["id"];
        new SqlCommand("select " + data, c); // finds sql-injection
    }

    void BadMethod(HttpRequest request, SqlConnection c)
    {
        string data = "safe";
        if (ReturnsTrue()) data = request.QueryString["id"];
        new SqlCommand("select " + data, c); // finds sql-injection
    }

    void GoodMethod(HttpRequest request, SqlConnection c)
    {
        string data = request.QueryString["id"];
        if (ReturnsTrue()) data = "safe";
        new SqlCommand("select " + data, c);
    }

    void BadSwitch(HttpRequest request, SqlConnection c)
    {
        string data;
        switch (6)
        {
            case 6:
                data = request.QueryString["id"];
                break;
            default:
                data = "safe";
                break;
        }
        new SqlCommand("select " + data, c); // finds sql-injection
    }

    void GoodSwitch(HttpRequest request, SqlConnection c)
    {
        string data;
        switch (5)
        {
            case 6:
                data = request.QueryString["id"];
                break;
            default:
                data = "safe";
                break;
        }
        new SqlCommand("select " + data, c);
    }

    void BadWhile(HttpRequest request, SqlConnection c)
    {
        string data = "safe";
        while (true)
        {
            data = request.QueryString["id"];
            break;
        }
        new SqlCommand("select " + data, c); // finds sql-injection
    }

    void GoodWhile(HttpRequest request, SqlConnection c)
    {
        string data = request.QueryString["id"];
        while (true)
        {
            data = "safe";
            break;
        }
        new SqlCommand("select " + data, c);
    }

    void BadFor(HttpRequest request, SqlConnection c)
    {
        string data = "safe";
        for (int i = 0; i < 1; i++) data = request.QueryString["id"];
        new SqlCommand("select " + data, c); // finds sql-injection
    }

    void GoodFor(HttpRequest request, SqlConnection c)
    {
        string data = request.QueryString["id"];
        for (int i = 0; i < 1; i++) data = "safe";
        new SqlCommand("select " + data, c);
    }

    void BadGoto(HttpRequest request, SqlConnection c)
    {
        string data = request.QueryString["id"];
        goto sink;
    other:
        data = "safe";
    sink:
        new SqlCommand("select " + data, c); // finds sql-injection
        if (data == "x") goto other;
    }

    void BadRandom(HttpRequest request, SqlConnection c)
    {
        string data = DateTime.Now.Ticks % 2 == 0 ? request.QueryString["id"] : "safe";
        new SqlCommand("select " + data, c); // finds sql-injection
    }

    void GoodRandom(HttpRequest request, SqlConnection c)
    {
        string data = DateTime.Now.Ticks % 2 == 0 ? "one" : "two";
        new SqlCommand("select " + data, c);
    }
}
